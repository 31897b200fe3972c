/* The SQLite side: one VFS for each disk, io methods of version 1 (no shared memory: WAL needs `locking_mode=EXCLUSIVE` as
 * the very first pragma). Randomness and time are the disk's, sleeping takes no time. */

#include "disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    sqlite3_file base;
    fault_disk *disk;
    disk_file *file;
    uint64_t generation;
    int level;
    int deletes_on_close;
    int syncs_directory; /* as SQLite's own does at the first sync of a new journal or log */
    char *name;
} handle;

static int is_dead(const handle *handle) {
    return handle->disk->is_dead || handle->generation != handle->disk->generation;
}

static int unlock(sqlite3_file *base, int level) {
    handle *handle = (void *)base;
    /* The locks of a dead process went with it. */
    if (handle->generation != handle->disk->generation) {
        return SQLITE_OK;
    }
    disk_file *file = handle->file;
    if (file->reserved == handle && level < SQLITE_LOCK_RESERVED) {
        file->reserved = NULL;
    }
    if (file->pending == handle && level < SQLITE_LOCK_PENDING) {
        file->pending = NULL;
    }
    if (file->exclusive == handle && level < SQLITE_LOCK_EXCLUSIVE) {
        file->exclusive = NULL;
    }
    if (handle->level >= SQLITE_LOCK_SHARED && level == SQLITE_LOCK_NONE) {
        file->shared--;
    }
    if (level < handle->level) {
        handle->level = level;
    }
    return SQLITE_OK;
}

static int lock(sqlite3_file *base, int level) {
    handle *handle = (void *)base;
    if (is_dead(handle)) {
        return SQLITE_IOERR_LOCK;
    }
    disk_file *file = handle->file;
    if (level <= handle->level) {
        return SQLITE_OK;
    }
    if (handle->level == SQLITE_LOCK_NONE) {
        if (file->exclusive || file->pending) {
            return SQLITE_BUSY;
        }
        file->shared++;
        handle->level = SQLITE_LOCK_SHARED;
    }
    if (level == SQLITE_LOCK_SHARED) {
        return SQLITE_OK;
    }
    if (file->reserved && file->reserved != handle) {
        return SQLITE_BUSY;
    }
    file->reserved = handle;
    handle->level = SQLITE_LOCK_RESERVED;
    if (level == SQLITE_LOCK_RESERVED) {
        return SQLITE_OK;
    }
    file->pending = handle;
    handle->level = SQLITE_LOCK_PENDING;
    if (file->shared > 1) {
        return SQLITE_BUSY;
    }
    file->exclusive = handle;
    handle->level = SQLITE_LOCK_EXCLUSIVE;
    return SQLITE_OK;
}

static int check_reserved(sqlite3_file *base, int *result) {
    handle *handle = (void *)base;
    *result = handle->file->reserved != NULL;
    return is_dead(handle) ? SQLITE_IOERR_CHECKRESERVEDLOCK : SQLITE_OK;
}

static int close_file(sqlite3_file *base) {
    handle *handle = (void *)base;
    if (handle->file && !is_dead(handle)) {
        unlock(base, SQLITE_LOCK_NONE);
        if (handle->deletes_on_close) {
            (void)disk_delete(handle->disk, handle->name, 0);
        }
    }
    free(handle->name);
    handle->name = NULL;
    return SQLITE_OK;
}

static int read_file(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    handle *handle = (void *)base;
    if (is_dead(handle)) {
        return SQLITE_IOERR_READ;
    }
    int fault = disk_reading(handle->disk);
    if (fault != SQLITE_OK) {
        return fault;
    }
    const image *image = &handle->file->seen;
    size_t from = (size_t)offset;
    size_t there = from < image->size ? image->size - from : 0;
    size_t part = there < (size_t)count ? there : (size_t)count;
    if (part > 0) {
        memcpy(bytes, image->bytes + from, part);
    }
    if (part < (size_t)count) {
        memset((uint8_t *)bytes + part, 0, (size_t)count - part);
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

static int write_file(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    handle *handle = (void *)base;
    if (is_dead(handle)) {
        return SQLITE_IOERR_WRITE;
    }
    int fault = disk_change(handle->disk);
    if (fault != SQLITE_OK) {
        return fault;
    }
    return disk_write(handle->disk, handle->file, bytes, (size_t)count, (size_t)offset);
}

static int truncate_file(sqlite3_file *base, sqlite3_int64 size) {
    handle *handle = (void *)base;
    if (is_dead(handle)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    int fault = disk_change(handle->disk);
    if (fault != SQLITE_OK) {
        return fault == SQLITE_FULL ? SQLITE_IOERR_TRUNCATE : fault;
    }
    return disk_truncate(handle->disk, handle->file, (size_t)size);
}

static int sync_file(sqlite3_file *base, int flags) {
    handle *handle = (void *)base;
    (void)flags;
    if (is_dead(handle)) {
        return SQLITE_IOERR_FSYNC;
    }
    int fault = disk_change(handle->disk);
    if (fault != SQLITE_OK) {
        return fault == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
    }
    if (handle->syncs_directory) {
        disk_sync_directory(handle->disk);
        handle->syncs_directory = 0;
    }
    return disk_sync(handle->disk, handle->file);
}

static int file_size(sqlite3_file *base, sqlite3_int64 *size) {
    handle *handle = (void *)base;
    *size = (sqlite3_int64)handle->file->seen.size;
    return is_dead(handle) ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

static int file_control(sqlite3_file *base, int operation, void *argument) {
    (void)base;
    (void)operation;
    (void)argument;
    return SQLITE_NOTFOUND;
}

static int sector_size(sqlite3_file *base) {
    (void)base;
    return SECTOR;
}

static int characteristics(sqlite3_file *base) {
    (void)base;
    return 0;
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = check_reserved,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static fault_disk *disk_of(sqlite3_vfs *vfs) {
    return vfs->pAppData;
}

static int open_file(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *base, int flags, int *out_flags) {
    fault_disk *disk = disk_of(vfs);
    handle *handle = (void *)base;
    memset(handle, 0, sizeof *handle);
    if (disk->is_dead) {
        return SQLITE_CANTOPEN;
    }
    char temporary[32];
    if (!name) {
        sqlite3_snprintf(sizeof temporary, temporary, "/temporary-%llx", (unsigned long long)disk_random(disk));
        name = temporary;
    }
    int creates = (flags & SQLITE_OPEN_CREATE) != 0;
    /* Whether the file is there already or not: it may have been made by a process that died before it synced the name. */
    int is_new_log =
        creates && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    disk_file *file = disk_find(disk, name);
    if (!file && creates) {
        int fault = disk_change(disk);
        if (fault != SQLITE_OK) {
            return fault == SQLITE_FULL ? SQLITE_FULL : SQLITE_CANTOPEN;
        }
        file = disk_open(disk, name, 1);
    }
    if (!file) {
        return SQLITE_CANTOPEN;
    }
    handle->name = strdup(name);
    if (!handle->name) {
        return SQLITE_NOMEM;
    }
    handle->disk = disk;
    handle->file = file;
    handle->generation = disk->generation;
    handle->syncs_directory = is_new_log;
    handle->deletes_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    handle->base.pMethods = &methods;
    if (out_flags) {
        *out_flags = flags;
    }
    return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int syncs_directory) {
    fault_disk *disk = disk_of(vfs);
    if (disk->is_dead) {
        return SQLITE_IOERR_DELETE;
    }
    int fault = disk_change(disk);
    if (fault != SQLITE_OK) {
        return SQLITE_IOERR_DELETE;
    }
    return disk_delete(disk, name, syncs_directory);
}

static int access_file(sqlite3_vfs *vfs, const char *name, int flags, int *result) {
    (void)flags;
    *result = disk_find(disk_of(vfs), name) != NULL;
    return SQLITE_OK;
}

static int full_path(sqlite3_vfs *vfs, const char *name, int room, char *path) {
    (void)vfs;
    sqlite3_snprintf(room, path, "%s", name);
    return SQLITE_OK;
}

static int randomness(sqlite3_vfs *vfs, int count, char *bytes) {
    for (int done = 0; done < count; done++) {
        bytes[done] = (char)disk_random(disk_of(vfs));
    }
    return count;
}

static int no_sleep(sqlite3_vfs *vfs, int microseconds) {
    disk_of(vfs)->now += microseconds / 1000;
    return microseconds;
}

static int time_64(sqlite3_vfs *vfs, sqlite3_int64 *julian) {
    *julian = 210866760000000LL + disk_of(vfs)->now;
    return SQLITE_OK;
}

static int time_double(sqlite3_vfs *vfs, double *julian) {
    sqlite3_int64 milliseconds;
    (void)time_64(vfs, &milliseconds);
    *julian = (double)milliseconds / 86400000.0;
    return SQLITE_OK;
}

static int last_error(sqlite3_vfs *vfs, int room, char *text) {
    (void)vfs;
    (void)room;
    (void)text;
    return 0;
}

/* Nobody asks SQLite how much memory it uses, and to count it takes a lock at each allocation. Without effect in a process
 * that has used SQLite already. */
static void configure(void) {
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

void fault_connection_forgo_observers(void *connection) {
    (void)sqlite3_set_authorizer(connection, NULL, NULL);
}

fault_disk *fault_disk_create(const char *name) {
    (void)pthread_once(&once, configure);
    if (sqlite3_initialize() != SQLITE_OK || sqlite3_vfs_find(name)) {
        return NULL;
    }
    fault_disk *disk = calloc(1, sizeof *disk);
    sqlite3_vfs *vfs = calloc(1, sizeof *vfs);
    char *kept_name = strdup(name);
    if (!disk || !vfs || !kept_name) {
        free(disk);
        free(vfs);
        free(kept_name);
        return NULL;
    }
    disk->vfs_name = kept_name;
    disk->vfs = vfs;
    disk->capacity = UINT64_MAX;
    disk->generation = 1;
    *vfs = (sqlite3_vfs){
        .iVersion = 2,
        .szOsFile = sizeof(handle),
        .mxPathname = 256,
        .zName = kept_name,
        .pAppData = disk,
        .xOpen = open_file,
        .xDelete = delete_file,
        .xAccess = access_file,
        .xFullPathname = full_path,
        .xRandomness = randomness,
        .xSleep = no_sleep,
        .xCurrentTime = time_double,
        .xGetLastError = last_error,
        .xCurrentTimeInt64 = time_64,
    };
    if (sqlite3_vfs_register(vfs, 0) != SQLITE_OK) {
        free(disk);
        free(vfs);
        free(kept_name);
        return NULL;
    }
    return disk;
}

void fault_disk_destroy(fault_disk *disk) {
    (void)sqlite3_vfs_unregister(disk->vfs);
    disk_forget(disk);
    free(disk->vfs);
    free(disk->vfs_name);
    free(disk);
}
