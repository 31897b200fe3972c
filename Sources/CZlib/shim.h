#pragma once
#include <zlib.h>

// Swift does not see macros with arguments.

/// `windowBits` of 15 + 16 writes the gzip format (RFC 1952).
static inline int czlib_deflate_init(z_stream *stream, int level, int windowBits) {
    return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}
