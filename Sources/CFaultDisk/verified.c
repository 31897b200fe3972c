/* Signatures that a run has made or checked already are not computed again in it.
 *
 * A simulated region verifies each signature several times: at the receiver, in the invariants, in the verifier. Whether one
 * holds is a pure function of key, bytes and signature, and one that libsodium has just made holds by construction
 * (RFC 8032, 5.1.7). These two functions stand before libsodium's of the same name in a program that is linked with this
 * module; on a thread without a seed, see random.c, they only pass on. What does not hold is computed each time. */

/* RTLD_NEXT is an extension. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "verified.h"

#include <dlfcn.h>
#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define FINGERPRINT 32

typedef struct {
    uint8_t bytes[FINGERPRINT]; /* all zero for a free place */
} fingerprint;

static _Thread_local fingerprint *places;
static _Thread_local size_t room; /* a power of two */
static _Thread_local size_t used;
static _Thread_local int is_on;

static const fingerprint free_place;

static fingerprint fingerprint_of(
    const uint8_t *signature, const uint8_t *bytes, unsigned long long count, const uint8_t *key) {
    crypto_generichash_state state;
    fingerprint made;
    (void)crypto_generichash_init(&state, NULL, 0, FINGERPRINT);
    (void)crypto_generichash_update(&state, key, crypto_sign_PUBLICKEYBYTES);
    (void)crypto_generichash_update(&state, signature, crypto_sign_BYTES);
    (void)crypto_generichash_update(&state, bytes, count);
    (void)crypto_generichash_final(&state, made.bytes, FINGERPRINT);
    return made;
}

/* Where it stands, or the free place where it would; a table is never full. */
static fingerprint *place(fingerprint *table, size_t size, const fingerprint *wanted) {
    uint64_t start;
    memcpy(&start, wanted->bytes, sizeof start);
    for (size_t at = (size_t)start & (size - 1);; at = (at + 1) & (size - 1)) {
        if (memcmp(&table[at], wanted, FINGERPRINT) == 0 || memcmp(&table[at], &free_place, FINGERPRINT) == 0) {
            return &table[at];
        }
    }
}

static int grow(void) {
    size_t size = room ? room * 2 : 4096;
    fingerprint *table = calloc(size, sizeof *table);
    if (!table) {
        return 0;
    }
    for (size_t at = 0; at < room; at++) {
        if (memcmp(&places[at], &free_place, FINGERPRINT) != 0) {
            *place(table, size, &places[at]) = places[at];
        }
    }
    free(places);
    places = table;
    room = size;
    return 1;
}

static int is_known(const fingerprint *wanted) {
    return room > 0 && memcmp(place(places, room, wanted), wanted, FINGERPRINT) == 0;
}

static void keep(const fingerprint *known) {
    if (used * 2 >= room && !grow()) {
        return;
    }
    fingerprint *at = place(places, room, known);
    used += memcmp(at, known, FINGERPRINT) != 0;
    *at = *known;
}

typedef int (*verifying)(const unsigned char *, const unsigned char *, unsigned long long, const unsigned char *);
typedef int (*signing)(
    unsigned char *, unsigned long long *, const unsigned char *, unsigned long long, const unsigned char *);

int crypto_sign_verify_detached(
    const unsigned char *signature, const unsigned char *bytes, unsigned long long count, const unsigned char *key) {
    static _Thread_local verifying next;
    if (!next) {
        void *found = dlsym(RTLD_NEXT, "crypto_sign_verify_detached");
        memcpy(&next, &found, sizeof next);
    }
    if (!is_on) {
        return next(signature, bytes, count, key);
    }
    fingerprint wanted = fingerprint_of(signature, bytes, count, key);
    if (is_known(&wanted)) {
        return 0;
    }
    int result = next(signature, bytes, count, key);
    if (result == 0) {
        keep(&wanted);
    }
    return result;
}

int crypto_sign_detached(
    unsigned char *signature, unsigned long long *length, const unsigned char *bytes, unsigned long long count,
    const unsigned char *secret) {
    static _Thread_local signing next;
    if (!next) {
        void *found = dlsym(RTLD_NEXT, "crypto_sign_detached");
        memcpy(&next, &found, sizeof next);
    }
    int result = next(signature, length, bytes, count, secret);
    if (is_on && result == 0) {
        fingerprint made = fingerprint_of(signature, bytes, count, secret + crypto_sign_SEEDBYTES);
        keep(&made);
    }
    return result;
}

void verified_begin(void) {
    verified_end();
    is_on = 1;
}

void verified_end(void) {
    free(places);
    places = NULL;
    room = used = 0;
    is_on = 0;
}
