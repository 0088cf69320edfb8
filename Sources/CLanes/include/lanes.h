// Kernels over the postings of one term in one superblock: 256 blocks of 64 documents ("lanes").
//
// The bytes that they read are drawn in Postings.swift. Each kernel has two versions, portable and AVX2, which give
// the same results; the faster one that the processor can run is chosen once, when the program starts.
//
// No kernel trusts its bytes: whatever they hold, reads stay within LANES_SLACK bytes after the regions named.

#ifndef LANES_H
#define LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LANES_SLACK 3072
#define LANES_BLOCKS 256

/// Pairs of a superblock up to this many are listed by a byte each; more are a bitmap of 32 bytes.
#define LANES_MOST_LISTED 32
/// A pair of up to this many bytes lists its lanes; a larger one begins with a mask.
#define LANES_MOST_LISTED_BYTES 8
/// Blocks whose terms are looked up together.
#define LANES_BATCH 8
/// Pairs whose sizes are summed up to find one of them.
#define LANES_GROUP 16

/// A term in a superblock.
typedef struct {
  /// Which blocks hold the term, then a bound a block.
  const uint8_t *bounds;
  /// Group offsets, sizes, and the pairs' bytes.
  const uint8_t *payload;
  /// Blocks that hold the term; 0 to 256.
  uint32_t pairs;
  /// Bytes of the payload.
  uint32_t size;
  /// The greatest of its bounds.
  uint32_t best;
  /// What a bound of 1 counts in lane sums, in 65,536ths.
  uint32_t scale;
  /// The counts that don't fit a code, 16 bytes each, ascending by document.
  const uint8_t *exceptions;
  /// How many those are.
  uint32_t exception_count;
  /// The first block of the superblock.
  uint32_t first_block;
} lanes_cursor;

/// A term in a block.
typedef struct {
  /// Its bytes.
  const uint8_t *data;
  /// Which lanes hold the term.
  uint64_t mask;
  /// The term's place among the cursors.
  uint32_t term;
  /// Its place among the pairs of the term in the superblock.
  uint16_t rank;
  /// The number of its bytes.
  uint8_t size;
  /// Its bound, 1 to 255.
  uint8_t bound;
} lanes_pair;

/// A term of a query, as scoring sees it.
typedef struct {
  /// What its codes of counts come to.
  const float *frequencies;
  /// Its weight; 0 for one that doesn't add to the score.
  float weight;
} lanes_term;

/// What a document's length adds to the denominator of a part: k1 · (fixed + b · length ÷ average).
typedef struct {
  double k1, fixed, b, average;
} lanes_norm;

/// The bytes that were built of a term in a superblock.
typedef struct {
  /// The superblock.
  uint32_t superblock;
  /// Blocks that hold the term.
  uint32_t pairs;
  /// The greatest of its bounds.
  uint32_t best;
  /// The numbers of bytes.
  uint32_t bounds, payload;
} lanes_built;

/// A length that stands for that or more.
#define LANES_LONG 65535

/// Begins to fetch the memory at an address; any address is allowed.
static inline void lanes_prefetch(const void *address) { __builtin_prefetch(address); }

/// Adds weight × bound to the sum of each block that holds the term. Sums don't overflow if the weights see to it.
void lanes_add_bounds(uint16_t sums[LANES_BLOCKS], const uint8_t *bounds, uint32_t pairs, uint16_t weight);

/// Which of 64 sums are at least `low`.
uint64_t lanes_select(const uint16_t sums[64], uint16_t low);

/// Lists the blocks whose sums are at least `low`, ascending, and returns how many there are.
uint32_t lanes_list(const uint16_t sums[LANES_BLOCKS], uint16_t low, uint8_t blocks[LANES_BLOCKS]);

/// Sets the sums of all but some blocks to 0.
void lanes_keep_sums(uint16_t sums[LANES_BLOCKS], const uint64_t blocks[4]);

/// The greatest of 64 sums.
uint16_t lanes_greatest(const uint16_t sums[64]);

/// Which blocks hold the term.
void lanes_presence(uint64_t blocks[4], const uint8_t *bounds, uint32_t pairs);

/// Sets the bytes of pairs that were found, and begins to fetch them.
void lanes_resolve(const lanes_cursor *cursors, lanes_pair *pairs, uint32_t count);

/// Finds the terms of up to `LANES_BATCH` blocks, in the order of `cursors`, and sets their bytes, so that the memory of one is fetched while others are found.
///
/// The pairs of the i-th are `pairs[i * terms ...]`, and `counts[i]` says how many there are.
void lanes_look_up(
  const lanes_cursor *cursors, uint32_t terms, const uint8_t *blocks, uint32_t count, lanes_pair *pairs,
  uint32_t counts[LANES_BATCH]);

/// Sets the masks of pairs and returns their union.
uint64_t lanes_masks(lanes_pair *pairs, uint32_t count);

/// Sets the masks of pairs and returns the lanes whose summed, scaled bounds come to `threshold` or more.
///
/// `wide` sums have 16 bits, for many terms; others 8. When no lane can reach the threshold, masks may be left unset.
uint64_t lanes_filter(
  const lanes_cursor *cursors, lanes_pair *pairs, uint32_t count, uint32_t threshold, bool wide);

/// Adds the lanes of all pairs of a term to the masks of the blocks.
void lanes_expand(uint64_t masks[LANES_BLOCKS], const lanes_cursor *cursor);

/// Adds the lanes of all pairs of a term that have a count in `texts`, as bits of the codes; returns whether all counts were there.
bool lanes_expand_texts(uint64_t masks[LANES_BLOCKS], const lanes_cursor *cursor, uint8_t texts);

/// Sets the masks of pairs one after the other for as long as they have a lane in common, and returns the lanes common to all.
uint64_t lanes_common(lanes_pair *pairs, uint32_t count);

/// Reads the positions of some lanes of a pair into `places`, one lane's after the other's, ascending, and sets `counts` of each
/// lane to how many it has; returns how many there are in all.
///
/// `positions` are those of the pair of rank `first`, of the same group and not behind this one, see PositionsWriter.swift, and end at
/// `end`; they are moved to those of this pair. Returns -1 where the bytes are damaged, or where there are more than `most`.
int32_t lanes_positions(
  const lanes_cursor *cursor, const lanes_pair *pair, uint64_t lanes, const uint8_t **positions, const uint8_t *end,
  uint32_t first, uint32_t *places, uint32_t most, uint32_t counts[64]);

/// How many lanes the masks have.
uint32_t lanes_count(const uint64_t *masks, uint32_t blocks);

/// Keeps those of `starts` that are `offset` before one of `places`, both ascending, and returns how many are left.
uint32_t lanes_keep_starts(
  uint32_t *starts, uint32_t startCount, const uint32_t *places, uint32_t placeCount, uint32_t offset);

/// Finds the terms of several blocks at once, those of `blocks`, and sets their bytes: as `lanes_look_up`, but in
/// one walk over each term, which is faster for many blocks.
///
/// The pairs of block b are `pairs[b * terms ...]`, and `counts[b]` says how many there are.
void lanes_gather(
  const lanes_cursor *cursors, uint32_t terms, const uint64_t blocks[4], lanes_pair *pairs,
  uint32_t counts[LANES_BLOCKS]);

/// Scores lanes of a block by the parts of its terms, weight · (tf ÷ (tf + norm)), added as 32-bit floats in the order of `terms`.
///
/// `slots` says which of the block's pairs, plus one, is each term's; their masks are set. `lengths` are those of the block's
/// documents. Sets `scores` of the lanes, and leaves those of `lanes` whose score reaches `threshold`. Returns false, with
/// `lanes` as they were, where a length or the counts of a lane are exceptions.
bool lanes_score(
  const lanes_term *terms, uint32_t count, const uint32_t *slots, const lanes_pair *pairs, const lanes_norm *norm,
  const uint16_t lengths[64], float threshold, uint64_t *lanes, float scores[64]);

/// Whether the AVX2 versions are in use.
bool lanes_are_wide(void);

/// Uses the portable versions, for tests, or the best ones again.
void lanes_use_portable(bool portable);

/// The counts of the pair's lanes in order, a byte each as FieldCounts.swift draws it; returns how many.
///
/// The mask must be set.
uint32_t lanes_codes(const lanes_pair *pair, uint8_t codes[64]);

/// The counts of a lane that the pair's mask holds, as `lanes_codes` gives them.
uint8_t lanes_code(const lanes_pair *pair, uint32_t lane);

/// Reads a plain list of `count` documents below `limit`: those with a count in `texts`, as bits of the codes, and their codes, 0 for an
/// exception; returns how many there are, or -1 where the bytes are damaged.
int64_t lanes_read_list(
  const uint8_t *bytes, size_t size, uint32_t count, uint32_t limit, uint8_t texts, uint32_t *documents,
  uint8_t *codes);

/// The parts of a term in some documents as bounds: in 255ths, rounded up, at least 1, and 255 for an exception.
///
/// `lengths` are those of all documents.
void lanes_parts(
  const uint32_t *documents, const uint8_t *codes, uint32_t count, const float *frequencies, const lanes_norm *norm,
  const uint16_t *lengths, uint8_t *parts);

/// Builds the bytes of a term, superblock by superblock, and returns how many of these there are.
///
/// `documents` ascend; `codes` are their counts and `parts` their bounds. 2 bytes a document are room enough for `bounds`, 6 for
/// `payload`, and one place for `built`.
uint32_t lanes_build(
  const uint32_t *documents, const uint8_t *codes, const uint8_t *parts, uint32_t count, uint8_t *bounds,
  uint8_t *payload, lanes_built *built);

#endif
