#ifndef DISK_H
#define DISK_H

/* The files of a fault disk: two images of each, and a directory with a durable and a volatile state. */

#include "CFaultDisk.h"

#define SECTOR 512
#define PAGE 4096

typedef struct {
    uint8_t *bytes;
    size_t size;
    size_t room;
} image;

typedef struct disk_file {
    struct disk_file *next;
    char *name;
    image seen;            /* what processes read */
    image kept;            /* what a power cut leaves */
    uint8_t *dirty;        /* a byte for each sector of `seen` that differs from `kept` */
    size_t dirty_room;
    size_t cut;            /* the shortest length since the last sync; SIZE_MAX when it was not cut */
    int is_listed;         /* in the directory as processes see it */
    int is_kept_listed;    /* in the directory on the disk */
    int shared;            /* locks: how many readers */
    const void *reserved;  /* and whose the stronger ones are */
    const void *pending;
    const void *exclusive;
} disk_file;

struct fault_disk {
    char *vfs_name;
    void *vfs;
    disk_file *files;
    uint64_t generation; /* handles of an older one are dead */
    int is_dead;
    int lost_power;
    enum fault_kind planned;
    uint64_t planned_in; /* changes until the fault; 0 when none is planned */
    uint64_t planned_times;
    uint64_t read_in;
    uint64_t read_times;
    uint64_t capacity;
    uint64_t used;
    int lies;
    uint64_t random;
    int64_t now;
    fault_disk_counters counters;
};

disk_file *disk_find(const fault_disk *disk, const char *name);
disk_file *disk_open(fault_disk *disk, const char *name, int creates);
int disk_write(fault_disk *disk, disk_file *file, const void *bytes, size_t count, size_t offset);
int disk_truncate(fault_disk *disk, disk_file *file, size_t size);
int disk_sync(fault_disk *disk, disk_file *file);
int disk_delete(fault_disk *disk, const char *name, int syncs_directory);
void disk_sync_directory(fault_disk *disk);
/* The fault that this change meets: an SQLite result code, SQLITE_OK for none. Counts the change. */
int disk_change(fault_disk *disk);
int disk_reading(fault_disk *disk);
uint64_t disk_random(fault_disk *disk);
void disk_forget(fault_disk *disk);

#endif
