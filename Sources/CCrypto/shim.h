#pragma once
// The plain SHA-256 functions are marked as deprecated in favour of EVP, and stay in libcrypto 3.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

/// SHA-256 with its state on the stack: EVP allocates a context and a state for each digest, which was measured at a third of
/// the time of all digests of a decision. Both run the same code on the bytes.
static inline void ccrypto_sha256(const void *bytes, size_t count, unsigned char *hash) {
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, bytes, count);
    SHA256_Final(hash, &state);
}
