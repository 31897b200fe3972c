#include "disk.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

uint64_t disk_random(fault_disk *disk) {
    uint64_t mixed = disk->random += 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

static size_t sectors(size_t size) {
    return (size + SECTOR - 1) / SECTOR;
}

/* Grows or cuts; new bytes are zero. */
static int resize(image *image, size_t size) {
    if (size > image->room) {
        size_t room = image->room ? image->room : 16 * PAGE;
        while (room < size) {
            room *= 2;
        }
        uint8_t *bytes = realloc(image->bytes, room);
        if (!bytes) {
            return 0;
        }
        image->bytes = bytes;
        image->room = room;
    }
    if (size > image->size) {
        memset(image->bytes + image->size, 0, size - image->size);
    }
    image->size = size;
    return 1;
}

static int mark(disk_file *file, size_t from, size_t to) {
    if (sectors(to) > file->dirty_room) {
        size_t room = sectors(to) * 2;
        uint8_t *dirty = realloc(file->dirty, room);
        if (!dirty) {
            return 0;
        }
        memset(dirty + file->dirty_room, 0, room - file->dirty_room);
        file->dirty = dirty;
        file->dirty_room = room;
    }
    if (to > from) {
        memset(file->dirty + from / SECTOR, 1, sectors(to) - from / SECTOR);
    }
    return 1;
}

disk_file *disk_find(const fault_disk *disk, const char *name) {
    for (disk_file *file = disk->files; file; file = file->next) {
        if (file->is_listed && strcmp(file->name, name) == 0) {
            return file;
        }
    }
    return NULL;
}

disk_file *disk_open(fault_disk *disk, const char *name, int creates) {
    disk_file *file = disk_find(disk, name);
    if (file || !creates) {
        return file;
    }
    file = calloc(1, sizeof *file);
    if (!file) {
        return NULL;
    }
    file->name = strdup(name);
    if (!file->name) {
        free(file);
        return NULL;
    }
    file->cut = SIZE_MAX;
    file->is_listed = 1;
    file->next = disk->files;
    disk->files = file;
    return file;
}

int disk_write(fault_disk *disk, disk_file *file, const void *bytes, size_t count, size_t offset) {
    size_t end = offset + count;
    size_t old = file->seen.size;
    if (end > old && disk->used + (end - old) > disk->capacity) {
        disk->counters.full_errors++;
        return SQLITE_FULL;
    }
    if (end > old && !resize(&file->seen, end)) {
        return SQLITE_NOMEM;
    }
    if (!mark(file, offset < old ? offset : old, end)) {
        return SQLITE_NOMEM;
    }
    if (end > old) {
        disk->used += end - old;
    }
    memcpy(file->seen.bytes + offset, bytes, count);
    return SQLITE_OK;
}

int disk_truncate(fault_disk *disk, disk_file *file, size_t size) {
    size_t old = file->seen.size;
    if (!resize(&file->seen, size) || !mark(file, size < old ? size : old, size)) {
        return SQLITE_NOMEM;
    }
    if (size < file->cut && size < file->kept.size) {
        file->cut = size;
    }
    disk->used += size;
    disk->used -= old;
    return SQLITE_OK;
}

/* All of `seen` becomes durable. The name does not: that needs the directory synced. */
int disk_sync(fault_disk *disk, disk_file *file) {
    disk->counters.syncs++;
    if (disk->lies) {
        disk->counters.lied_syncs++;
        return SQLITE_OK;
    }
    size_t old = file->kept.size;
    if (!resize(&file->kept, file->seen.size)) {
        return SQLITE_NOMEM;
    }
    size_t count = sectors(file->seen.size);
    for (size_t sector = 0; sector < count; sector++) {
        size_t from = sector * SECTOR;
        int is_dirty = sector < file->dirty_room && file->dirty[sector];
        if (is_dirty || from + SECTOR > old) {
            size_t part = file->seen.size - from < SECTOR ? file->seen.size - from : SECTOR;
            memcpy(file->kept.bytes + from, file->seen.bytes + from, part);
        }
    }
    if (file->dirty) {
        memset(file->dirty, 0, file->dirty_room);
    }
    file->cut = SIZE_MAX;
    return SQLITE_OK;
}

void disk_sync_directory(fault_disk *disk) {
    if (disk->lies) {
        return;
    }
    for (disk_file *file = disk->files; file; file = file->next) {
        file->is_kept_listed = file->is_listed;
    }
}

/* An open handle keeps the file's bytes; only the name goes. */
int disk_delete(fault_disk *disk, const char *name, int syncs_directory) {
    disk_file *file = disk_find(disk, name);
    if (!file) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    file->is_listed = 0;
    disk->used -= file->seen.size;
    if (syncs_directory) {
        disk_sync_directory(disk);
    }
    return SQLITE_OK;
}

int disk_reading(fault_disk *disk) {
    if (disk->read_in == 0 || --disk->read_in > 0) {
        return SQLITE_OK;
    }
    if (disk->read_times > 1) {
        disk->read_times--;
        disk->read_in = 1;
    }
    disk->counters.io_errors++;
    return SQLITE_IOERR_READ;
}

int disk_change(fault_disk *disk) {
    disk->counters.changes++;
    if (disk->planned_in == 0 || --disk->planned_in > 0) {
        return SQLITE_OK;
    }
    enum fault_kind kind = disk->planned;
    if (disk->planned_times > 1) {
        disk->planned_times--;
        disk->planned_in = 1;
    }
    switch (kind) {
    case FAULT_EIO:
        disk->counters.io_errors++;
        return SQLITE_IOERR_WRITE;
    case FAULT_FULL:
        disk->counters.full_errors++;
        return SQLITE_FULL;
    case FAULT_KILL:
        fault_disk_kill(disk);
        return SQLITE_IOERR;
    case FAULT_POWER_CUT:
        fault_disk_cut_power(disk);
        return SQLITE_IOERR;
    case FAULT_NONE:
        break;
    }
    return SQLITE_OK;
}

void fault_disk_plan(fault_disk *disk, enum fault_kind kind, uint64_t nth, uint64_t times) {
    disk->planned = kind;
    disk->planned_in = nth;
    disk->planned_times = times;
}

void fault_disk_unplan(fault_disk *disk) {
    disk->planned_in = 0;
    disk->planned_times = 0;
    disk->read_in = 0;
    disk->read_times = 0;
}

void fault_disk_plan_read(fault_disk *disk, uint64_t nth, uint64_t times) {
    disk->read_in = nth;
    disk->read_times = times;
}

void fault_disk_set_capacity(fault_disk *disk, uint64_t bytes) {
    disk->capacity = bytes;
}

void fault_disk_set_lying(fault_disk *disk, int lies) {
    disk->lies = lies;
}

void fault_disk_set_seed(fault_disk *disk, uint64_t seed) {
    disk->random = seed;
}

void fault_disk_set_time(fault_disk *disk, int64_t milliseconds) {
    disk->now = milliseconds;
}

void fault_disk_kill(fault_disk *disk) {
    if (!disk->is_dead) {
        disk->counters.kills++;
    }
    disk->is_dead = 1;
}

void fault_disk_cut_power(fault_disk *disk) {
    if (!disk->is_dead) {
        disk->counters.power_cuts++;
    }
    disk->is_dead = 1;
    disk->lost_power = 1;
}

int fault_disk_is_dead(const fault_disk *disk) {
    return disk->is_dead;
}

/* Each unsynced sector is kept or lost by itself, so that a page can be torn; so is a changed length and a changed name. A
 * file that was cut and written anew is either the old one behind the cut or the new one, since a file system gives the
 * new bytes other blocks. */
static void lose(fault_disk *disk, disk_file *file) {
    if (file->is_listed != file->is_kept_listed && disk_random(disk) & 1) {
        file->is_kept_listed = file->is_listed;
    }
    int is_cut = file->cut < file->kept.size;
    int forgets_cut = is_cut && disk_random(disk) & 1;
    if (is_cut && !forgets_cut) {
        (void)resize(&file->kept, file->cut);
    }
    int grows = disk_random(disk) & 1;
    size_t size = grows && !forgets_cut ? file->seen.size : file->kept.size;
    (void)resize(&file->kept, size);
    size_t kept_in_page = 0;
    size_t lost_in_page = 0;
    for (size_t sector = 0; sector * SECTOR < size; sector++) {
        size_t from = sector * SECTOR;
        if (from % PAGE == 0) {
            disk->counters.torn_pages += kept_in_page && lost_in_page;
            kept_in_page = lost_in_page = 0;
        }
        if (sector >= file->dirty_room || !file->dirty[sector] || from >= file->seen.size) {
            continue;
        }
        if (forgets_cut && from + SECTOR > file->cut) {
            disk->counters.lost_sectors++;
            continue;
        }
        if (disk_random(disk) & 1) {
            size_t end = from + SECTOR < file->seen.size ? from + SECTOR : file->seen.size;
            end = end < size ? end : size;
            memcpy(file->kept.bytes + from, file->seen.bytes + from, end - from);
            kept_in_page++;
        } else {
            disk->counters.lost_sectors++;
            lost_in_page++;
        }
    }
    disk->counters.torn_pages += kept_in_page && lost_in_page;
    (void)resize(&file->seen, 0);
    if (resize(&file->seen, file->kept.size) && file->kept.size > 0) {
        memcpy(file->seen.bytes, file->kept.bytes, file->kept.size);
    }
    if (file->dirty) {
        memset(file->dirty, 0, file->dirty_room);
    }
    file->cut = SIZE_MAX;
    file->is_listed = file->is_kept_listed;
}

/* A directory has each name once: where a removed file came back beside a newer one of its name, the newer one stays. */
static int is_hidden(const fault_disk *disk, const disk_file *file) {
    for (const disk_file *newer = disk->files; newer != file; newer = newer->next) {
        if (newer->is_listed && strcmp(newer->name, file->name) == 0) {
            return 1;
        }
    }
    return 0;
}

void fault_disk_restart(fault_disk *disk) {
    disk->generation++;
    disk->is_dead = 0;
    disk->used = 0;
    for (disk_file *file = disk->files; file; file = file->next) {
        if (disk->lost_power) {
            lose(disk, file);
        }
        if (file->is_listed && is_hidden(disk, file)) {
            file->is_listed = file->is_kept_listed = 0;
        }
        file->shared = 0;
        file->reserved = file->pending = file->exclusive = NULL;
        disk->used += file->is_listed ? file->seen.size : 0;
    }
    disk->lost_power = 0;
}

int fault_disk_rot(fault_disk *disk, const char *path) {
    disk_file *file = disk_find(disk, path);
    if (!file || file->seen.size == 0) {
        return 0;
    }
    size_t at = disk_random(disk) % file->seen.size;
    uint8_t bit = (uint8_t)(1 << (disk_random(disk) % 8));
    file->seen.bytes[at] ^= bit;
    if (at < file->kept.size) {
        file->kept.bytes[at] ^= bit;
    }
    disk->counters.rotten_bits++;
    return 1;
}

static void forget(fault_disk *disk) {
    while (disk->files) {
        disk_file *file = disk->files;
        disk->files = file->next;
        free(file->name);
        free(file->seen.bytes);
        free(file->kept.bytes);
        free(file->dirty);
        free(file);
    }
    disk->used = 0;
}

/* The same bytes, with as much room as they need. */
static int duplicate(const image *from, image *to) {
    if (from->size == 0) {
        return 1;
    }
    to->bytes = malloc(from->size);
    if (!to->bytes) {
        return 0;
    }
    memcpy(to->bytes, from->bytes, from->size);
    to->size = to->room = from->size;
    return 1;
}

/* An image is put back onto a disk that has room for it, however full the one was that it replaces. */
int fault_disk_copy(const fault_disk *from, fault_disk *to) {
    forget(to);
    for (disk_file *file = from->files; file; file = file->next) {
        if (!file->is_listed) {
            continue;
        }
        disk_file *copy = disk_open(to, file->name, 1);
        if (!copy || !duplicate(&file->seen, &copy->seen) || !duplicate(&file->seen, &copy->kept)) {
            return 0;
        }
        to->used += file->seen.size;
        to->counters.syncs++;
    }
    disk_sync_directory(to);
    to->generation++;
    return 1;
}

int fault_disk_put(fault_disk *disk, const char *path, const uint8_t *bytes, size_t count) {
    if (disk_find(disk, path)) {
        return 0;
    }
    disk_file *file = disk_open(disk, path, 1);
    if (!file || disk_write(disk, file, bytes, count, 0) != SQLITE_OK || disk_sync(disk, file) != SQLITE_OK) {
        return 0;
    }
    disk_sync_directory(disk);
    return 1;
}

int64_t fault_disk_size(const fault_disk *disk, const char *path) {
    disk_file *file = disk_find(disk, path);
    return file ? (int64_t)file->seen.size : -1;
}

int fault_disk_read(const fault_disk *disk, const char *path, uint8_t *bytes) {
    disk_file *file = disk_find(disk, path);
    if (!file) {
        return 0;
    }
    memcpy(bytes, file->seen.bytes, file->seen.size);
    return 1;
}

fault_disk_counters fault_disk_count(const fault_disk *disk) {
    return disk->counters;
}

void disk_forget(fault_disk *disk) {
    forget(disk);
}
