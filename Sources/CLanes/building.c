// Makes the bytes that the kernels read, which are drawn in Postings.swift: for an index that is written, and of a plain list
// that is searched.

#include "layout.h"

#include <string.h>

/// The most bytes of a superblock's pairs: a mask, short codes and escapes of 64 lanes each.
#define MOST_DATA (LANES_BLOCKS * (8 + 16 + 64))

/// Writes the pair of `count` documents of one block and returns the end of its bytes.
static uint8_t *build_pair(const uint32_t *documents, const uint8_t *codes, uint32_t count, uint8_t *data) {
  uint8_t escapes[64];
  uint32_t escape_count = 0;
  for (uint32_t i = 0; i < count; i++) {
    escapes[escape_count] = codes[i];
    escape_count += short_code(codes[i]) == 3;
  }
  if (count + escape_count <= LANES_MOST_LISTED_BYTES) {
    for (uint32_t i = 0; i < count; i++) *data++ = (uint8_t)((documents[i] & 63) << 2 | short_code(codes[i]));
  } else {
    uint64_t mask = 0;
    uint8_t shorts[16] = {0};
    for (uint32_t i = 0; i < count; i++) {
      mask |= 1ull << (documents[i] & 63);
      shorts[i / 4] |= (uint8_t)(short_code(codes[i]) << (2 * (i & 3)));
    }
    memcpy(data, &mask, 8);
    memcpy(data + 8, shorts, (count + 3) / 4);
    data += 8 + (count + 3) / 4;
  }
  memcpy(data, escapes, escape_count);
  return data + escape_count;
}

/// Writes which blocks hold the term and the bound of each, and returns how many bytes those are.
static uint32_t build_bounds(const uint8_t *blocks, const uint8_t *bests, uint32_t pairs, uint8_t *bounds) {
  uint32_t size = head(pairs);
  if (pairs <= LANES_MOST_LISTED) {
    memcpy(bounds, blocks, pairs);
  } else {
    memset(bounds, 0, size);
    for (uint32_t i = 0; i < pairs; i++) bounds[blocks[i] >> 3] |= (uint8_t)(1 << (blocks[i] & 7));
  }
  memcpy(bounds + size, bests, pairs);
  return size + pairs;
}

/// Builds the superblock of the first document, and returns how many documents are in it.
static uint32_t build_superblock(
  const uint32_t *documents, const uint8_t *codes, const uint8_t *parts, uint32_t count, uint8_t *bounds,
  uint8_t *payload, lanes_built *built) {
  uint8_t blocks[LANES_BLOCKS], bests[LANES_BLOCKS], sizes[LANES_BLOCKS], data[MOST_DATA], *end = data;
  uint16_t groups[LANES_BLOCKS / LANES_GROUP];
  uint32_t pairs = 0, next = 0, superblock = documents[0] / (64 * LANES_BLOCKS), best = 0;
  while (next < count && documents[next] / (64 * LANES_BLOCKS) == superblock) {
    uint32_t block = documents[next] / 64, last = next;
    uint8_t most = 0;
    for (; last < count && documents[last] / 64 == block; last++) most = parts[last] > most ? parts[last] : most;
    if (pairs % LANES_GROUP == 0) groups[pairs / LANES_GROUP] = (uint16_t)(end - data);
    uint8_t *start = end;
    end = build_pair(documents + next, codes + next, last - next, start);
    blocks[pairs] = (uint8_t)block;
    bests[pairs] = most;
    sizes[pairs++] = (uint8_t)(end - start);
    best = most > best ? most : best;
    next = last;
  }
  size_t table = 2 * ((pairs + LANES_GROUP - 1) / LANES_GROUP), size = (size_t)(end - data);
  memcpy(payload, groups, table);
  memcpy(payload + table, sizes, pairs);
  memcpy(payload + table + pairs, data, size);
  *built = (lanes_built){
    .superblock = superblock, .pairs = pairs, .best = best, .bounds = build_bounds(blocks, bests, pairs, bounds),
    .payload = (uint32_t)(table + pairs + size)};
  return next;
}

uint32_t lanes_build(
  const uint32_t *documents, const uint8_t *codes, const uint8_t *parts, uint32_t count, uint8_t *bounds,
  uint8_t *payload, lanes_built *built) {
  uint32_t superblocks = 0;
  for (uint32_t next = 0; next < count; superblocks++) {
    lanes_built *one = built + superblocks;
    next += build_superblock(documents + next, codes + next, parts + next, count - next, bounds, payload, one);
    bounds += one->bounds;
    payload += one->payload;
  }
  return superblocks;
}

/// Reads a varint of up to 8 bytes, which may be followed by others; `*bytes` is set to NULL where it is longer or ends behind `end`.
static inline uint64_t varint(const uint8_t **bytes, const uint8_t *end) {
  uint64_t word;
  memcpy(&word, *bytes, 8);
  uint64_t last = ~word & 0x8080808080808080ull;
  uint32_t size = last ? (uint32_t)__builtin_ctzll(last) / 8 + 1 : 9;
  *bytes = size <= 8 && size <= (size_t)(end - *bytes) ? *bytes + size : NULL;
  word &= last ^ (last - 1);
  // Sevens of bits are moved together in pairs, fours and eights.
  word = (word & 0x007F007F007F007Full) | (word & 0x7F007F007F007F00ull) >> 1;
  word = (word & 0x00003FFF00003FFFull) | (word & 0x3FFF00003FFF0000ull) >> 2;
  return (word & 0x000000000FFFFFFFull) | (word & 0x0FFFFFFF00000000ull) >> 4;
}

/// Reads the counts of an exception and sets `isHeld`, whether one of `texts` has any; returns whether they are counts of 31 bits.
static bool read_exception(const uint8_t **bytes, const uint8_t *end, uint8_t texts, bool *isHeld) {
  static const uint8_t text[3] = {3 << 6, 15 << 2, 3};
  uint64_t total = 0;
  *isHeld = false;
  for (uint32_t i = 0; i < 3; i++) {
    uint64_t count = varint(bytes, end);
    if (!*bytes || count >> 31) return false;
    total += count;
    *isHeld |= count > 0 && (texts & text[i]);
  }
  return total > 0 && total >> 31 == 0;
}

int64_t lanes_read_list(
  const uint8_t *bytes, size_t size, uint32_t count, uint32_t limit, uint8_t texts, uint32_t *documents,
  uint8_t *codes) {
  const uint8_t *end = bytes + size;
  uint64_t document = 0;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t value = varint(&bytes, end), gap = value >> 2;
    document += gap;
    if (!bytes || (gap == 0 && i > 0) || document >= limit) return -1;
    uint8_t code = (value & 3) < 3 ? short_codes[value & 3] : *bytes;
    bytes += (value & 3) == 3;
    bool isHeld = code & texts;
    if (bytes > end || (code == 0 && !read_exception(&bytes, end, texts, &isHeld))) return -1;
    documents[kept] = (uint32_t)document;
    codes[kept] = code;
    kept += isHeld;
  }
  return bytes == end ? (int64_t)kept : -1;
}

void lanes_parts(
  const uint32_t *documents, const uint8_t *codes, uint32_t count, const float *frequencies, const lanes_norm *norm,
  const uint16_t *lengths, uint8_t *parts) {
  float fixed = (float)(norm->k1 * norm->fixed), slope = (float)(norm->k1 * norm->b / norm->average);
  for (uint32_t i = 0; i < count; i++) {
    float frequency = frequencies[codes[i]];
    // The excess is more than rounding can take away.
    float part = frequency / (frequency + (fixed + slope * lengths[documents[i]])) * 255.001f;
    parts[i] = codes[i] && part < 254 ? (uint8_t)((uint8_t)part + 1) : 255;
  }
}
