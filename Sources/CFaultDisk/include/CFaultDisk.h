#ifndef CFAULTDISK_H
#define CFAULTDISK_H

/* A SQLite VFS in memory that can lose, tear, refuse and damage what is written, and a source of randomness by seed.
 *
 * Linked by the simulation only. Nothing here touches a real disk or reads a real clock. All of it is for one thread at a
 * time for each disk; different disks may be used on different threads. */

#include <stddef.h>
#include <stdint.h>

typedef struct fault_disk fault_disk;

/* What happens at the write, sync, truncation, deletion or creation that the plan names. */
enum fault_kind {
    FAULT_NONE = 0,
    FAULT_EIO = 1,       /* refused with an I/O error; nothing is written */
    FAULT_FULL = 2,      /* refused with "disk full" */
    FAULT_KILL = 3,      /* the process dies before it; what was written stays with the system */
    FAULT_POWER_CUT = 4, /* the machine dies before it; what was not synced is lost in part */
};

/* What a disk has done and suffered. */
typedef struct {
    uint64_t changes;      /* writes, syncs, truncations, deletions and creations so far */
    uint64_t syncs;
    uint64_t io_errors;
    uint64_t full_errors;
    uint64_t kills;
    uint64_t power_cuts;
    uint64_t lost_sectors; /* written, never synced, gone after a power cut */
    uint64_t torn_pages;   /* of 4096 bytes, kept in part after a power cut */
    uint64_t lied_syncs;
    uint64_t rotten_bits;
} fault_disk_counters;

/* A new, empty disk, reachable as `file:/NAME?vfs=VFS`. NULL when the name is taken or memory is short. */
fault_disk *fault_disk_create(const char *vfs);
/* Takes the disk away. Every connection must be closed. */
void fault_disk_destroy(fault_disk *disk);

/* The n-th change from now on (1 is the next one) meets this fault; the `times` - 1 ones after it as well. */
void fault_disk_plan(fault_disk *disk, enum fault_kind kind, uint64_t nth, uint64_t times);
/* Takes the plan back. */
void fault_disk_unplan(fault_disk *disk);
/* The n-th read from now on and the `times` - 1 ones after it fail. */
void fault_disk_plan_read(fault_disk *disk, uint64_t nth, uint64_t times);
/* How many bytes all files together may have; UINT64_MAX for no limit. */
void fault_disk_set_capacity(fault_disk *disk, uint64_t bytes);
/* While set, a sync reports success and makes nothing durable. */
void fault_disk_set_lying(fault_disk *disk, int lies);
/* The seed of what a power cut keeps, and of rot. */
void fault_disk_set_seed(fault_disk *disk, uint64_t seed);
/* Milliseconds since 1970 that SQLite is told. */
void fault_disk_set_time(fault_disk *disk, int64_t milliseconds);

/* The process dies now: every open handle fails from here on. Close the connections, then restart. */
void fault_disk_kill(fault_disk *disk);
/* The machine dies now. */
void fault_disk_cut_power(fault_disk *disk);
/* Whether a planned death has come, or one by the two calls above. */
int fault_disk_is_dead(const fault_disk *disk);
/* New handles work again. After a power cut the files are what survived. */
void fault_disk_restart(fault_disk *disk);

/* Flips one bit somewhere in the file, on the disk itself. 0 when there is no such file or it is empty. */
int fault_disk_rot(fault_disk *disk, const char *path);
/* Copies all files of one disk over another, as a person does with an image of it: durable state to durable state. */
int fault_disk_copy(const fault_disk *from, fault_disk *to);
/* Makes a durable file with these bytes, past all faults. 0 when there is one of its name, or memory is short. */
int fault_disk_put(fault_disk *disk, const char *path, const uint8_t *bytes, size_t count);
/* The size of a file as its process sees it; -1 when it is not there. */
int64_t fault_disk_size(const fault_disk *disk, const char *path);
/* Reads the whole file as a process sees it into `bytes`, which has room for its size. */
int fault_disk_read(const fault_disk *disk, const char *path, uint8_t *bytes);

fault_disk_counters fault_disk_count(const fault_disk *disk);

/* Statements of this SQLite connection are no longer looked through for what they read and write when they are prepared. GRDB
 * does so for those who observe a database; nobody does here, and a machine that starts again prepares all its statements. */
void fault_connection_forgo_observers(void *connection);

/* From now on, until it is called with 0, libsodium's randomness on this thread follows from the seed. Other threads keep
 * the system's. Signatures that the thread makes or finds valid meanwhile are not computed again. */
void fault_random_begin(uint64_t seed);
void fault_random_end(void);

/* Where `wanted` first stands in `bytes`; -1 when it does not. Faster than a debug build's own loop by far. */
ptrdiff_t fault_find(const uint8_t *bytes, size_t count, const uint8_t *wanted, size_t wanted_count);

#endif
