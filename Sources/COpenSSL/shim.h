#ifndef CHENGXIN_COPENSSL_SHIM_H
#define CHENGXIN_COPENSSL_SHIM_H

/* The low-level SHA-256 calls are marked deprecated since OpenSSL 3.0 but have no successor of their speed: the
   EVP calls look up the algorithm each time, which costs more than hashing a leaf does. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <string.h>

/* SHA-256 of one byte and a run of bytes: the hash of a leaf (0x00 || entry). */
static inline void chengxin_sha256_prefixed(uint8_t prefix, const void *bytes, size_t count, uint8_t *out) {
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, &prefix, 1);
    if (count > 0) SHA256_Update(&context, bytes, count);
    SHA256_Final(out, &context);
}

/* SHA-256 of two runs of bytes. */
static inline void chengxin_sha256_pair(
    const void *first, size_t first_count, const void *second, size_t second_count, uint8_t *out) {
    SHA256_CTX context;
    SHA256_Init(&context);
    if (first_count > 0) SHA256_Update(&context, first, first_count);
    if (second_count > 0) SHA256_Update(&context, second, second_count);
    SHA256_Final(out, &context);
}

/* SHA-256 of 0x01 || left || right, 65 bytes: always two blocks, so the padding is written here once and for all. */
static inline void chengxin_sha256_node(const uint8_t *left, const uint8_t *right, uint8_t *out) {
    SHA256_CTX context;
    uint8_t block[128] = {0};
    block[0] = 0x01;
    memcpy(block + 1, left, 32);
    memcpy(block + 33, right, 32);
    block[65] = 0x80;
    block[126] = 0x02; /* 520 bits */
    block[127] = 0x08;
    SHA256_Init(&context);
    SHA256_Transform(&context, block);
    SHA256_Transform(&context, block + 64);
    for (int i = 0; i < 8; i++) {
        uint32_t word = context.h[i];
        out[4 * i] = (uint8_t)(word >> 24);
        out[4 * i + 1] = (uint8_t)(word >> 16);
        out[4 * i + 2] = (uint8_t)(word >> 8);
        out[4 * i + 3] = (uint8_t)word;
    }
}

#endif
