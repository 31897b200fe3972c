/* libsodium's randomness by seed, for the thread that asks for it.
 *
 * One implementation is installed for the whole process, once; on a thread without a seed it passes everything on to the
 * system's, so that other threads keep real randomness while a simulation runs beside them. */

#include "CFaultDisk.h"

#include "verified.h"

#include <pthread.h>
#include <sodium.h>
#include <string.h>

static _Thread_local uint64_t state;
static _Thread_local int is_seeded;

/* SplitMix64 (Steele, Lea, Flood 2014). */
static uint64_t next(void) {
    uint64_t mixed = state += 0x9E3779B97F4A7C15ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

static const char *name(void) {
    return "seeded-by-thread";
}

static void fill(void *bytes, const size_t count) {
    if (!is_seeded) {
        randombytes_sysrandom_implementation.buf(bytes, count);
        return;
    }
    uint8_t *at = bytes;
    for (size_t done = 0; done < count; done += 8) {
        uint64_t word = next();
        size_t part = count - done < 8 ? count - done : 8;
        memcpy(at + done, &word, part);
    }
}

static uint32_t number(void) {
    uint32_t word;
    fill(&word, sizeof word);
    return word;
}

static void nothing(void) {
}

static int close_nothing(void) {
    return 0;
}

static struct randombytes_implementation implementation = {
    .implementation_name = name,
    .random = number,
    .stir = nothing,
    .uniform = NULL,
    .buf = fill,
    .close = close_nothing,
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void install(void) {
    (void)sodium_init();
    (void)randombytes_set_implementation(&implementation);
}

void fault_random_begin(uint64_t seed) {
    pthread_once(&once, install);
    state = seed;
    is_seeded = 1;
    verified_begin();
}

void fault_random_end(void) {
    is_seeded = 0;
    verified_end();
}
