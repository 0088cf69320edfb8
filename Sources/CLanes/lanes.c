#include "layout.h"

#include <stdatomic.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// The versions of all kernels for one set of instructions.
typedef struct {
  void (*add_bounds)(uint16_t *, const uint8_t *, uint32_t, uint16_t);
  uint64_t (*select)(const uint16_t *, uint16_t);
  uint32_t (*list)(const uint16_t *, uint16_t, uint8_t *);
  void (*keep_sums)(uint16_t *, const uint64_t *);
  uint16_t (*greatest)(const uint16_t *);
  void (*presence)(uint64_t *, const uint8_t *, uint32_t);
  void (*resolve)(const lanes_cursor *, lanes_pair *, uint32_t);
  void (*look_up)(const lanes_cursor *, uint32_t, const uint8_t *, uint32_t, lanes_pair *, uint32_t *);
  uint64_t (*masks)(lanes_pair *, uint32_t);
  uint64_t (*filter)(const lanes_cursor *, lanes_pair *, uint32_t, uint32_t, bool);
  void (*expand)(uint64_t *, const lanes_cursor *);
  bool (*expand_texts)(uint64_t *, const lanes_cursor *, uint8_t);
  uint8_t (*code)(const lanes_pair *, uint32_t);
  uint32_t (*codes)(const lanes_pair *, uint8_t *);
  uint64_t (*common)(lanes_pair *, uint32_t);
  int32_t (*positions)(
    const lanes_cursor *, const lanes_pair *, uint64_t, const uint8_t **, const uint8_t *, uint32_t, uint32_t *, uint32_t,
    uint32_t *);
  uint32_t (*keep_starts)(uint32_t *, uint32_t, const uint32_t *, uint32_t, uint32_t);
  void (*gather)(const lanes_cursor *, uint32_t, const uint64_t *, lanes_pair *, uint32_t *);
  bool (*score)(
    const lanes_term *, uint32_t, const uint32_t *, const lanes_pair *, const lanes_norm *, const uint16_t *, float,
    uint64_t *, float *);
  uint32_t (*count)(const uint64_t *, uint32_t);
} kernels;

#define KERNEL_TABLE(suffix)                                                                                             \
  {                                                                                                                      \
    add_bounds_##suffix, select_##suffix, list_##suffix, keep_sums_##suffix, greatest_##suffix, presence_##suffix,       \
      resolve_##suffix, look_up_##suffix, masks_##suffix, filter_##suffix, expand_##suffix, expand_texts_##suffix,       \
      code_##suffix, codes_##suffix, common_##suffix, positions_##suffix, keep_starts_##suffix, gather_##suffix,         \
      score_##suffix, count_##suffix                                                                                     \
  }

#define KERNEL(name) name##_portable
#define KERNEL_TARGET
#define KERNEL_FUNCTION static
#define LANES_AVX2 0
#include "kernels.inc"
static const kernels portable = KERNEL_TABLE(portable);
#undef KERNEL
#undef KERNEL_TARGET
#undef KERNEL_FUNCTION
#undef LANES_AVX2

#if defined(__x86_64__)
#define KERNEL(name) name##_avx2
#define KERNEL_TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define KERNEL_FUNCTION static KERNEL_TARGET
#define LANES_AVX2 1
#include "kernels.inc"
static const kernels avx2 = KERNEL_TABLE(avx2);
#endif

// Tests change it while other threads read it.
static const kernels *_Atomic chosen = &portable;

static inline const kernels *active(void) { return atomic_load_explicit(&chosen, memory_order_relaxed); }

static const kernels *best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt")) return &avx2;
#endif
  return &portable;
}

__attribute__((constructor)) static void choose(void) { lanes_use_portable(false); }

bool lanes_are_wide(void) { return active() != &portable; }

void lanes_use_portable(bool usePortable) {
  atomic_store_explicit(&chosen, usePortable ? &portable : best(), memory_order_relaxed);
}

void lanes_add_bounds(uint16_t sums[LANES_BLOCKS], const uint8_t *bounds, uint32_t pairs, uint16_t weight) {
  active()->add_bounds(sums, bounds, pairs, weight);
}

uint64_t lanes_select(const uint16_t sums[64], uint16_t low) { return active()->select(sums, low); }

uint32_t lanes_list(const uint16_t sums[LANES_BLOCKS], uint16_t low, uint8_t blocks[LANES_BLOCKS]) {
  return active()->list(sums, low, blocks);
}

void lanes_keep_sums(uint16_t sums[LANES_BLOCKS], const uint64_t blocks[4]) { active()->keep_sums(sums, blocks); }

uint16_t lanes_greatest(const uint16_t sums[64]) { return active()->greatest(sums); }

void lanes_presence(uint64_t blocks[4], const uint8_t *bounds, uint32_t pairs) {
  active()->presence(blocks, bounds, pairs);
}

void lanes_resolve(const lanes_cursor *cursors, lanes_pair *pairs, uint32_t count) {
  active()->resolve(cursors, pairs, count);
}

void lanes_look_up(
  const lanes_cursor *cursors, uint32_t terms, const uint8_t *blocks, uint32_t count, lanes_pair *pairs,
  uint32_t counts[LANES_BATCH]) {
  active()->look_up(cursors, terms, blocks, count, pairs, counts);
}

uint64_t lanes_masks(lanes_pair *pairs, uint32_t count) { return active()->masks(pairs, count); }

uint64_t lanes_filter(
  const lanes_cursor *cursors, lanes_pair *pairs, uint32_t count, uint32_t threshold, bool wide) {
  return active()->filter(cursors, pairs, count, threshold, wide);
}

void lanes_expand(uint64_t masks[LANES_BLOCKS], const lanes_cursor *cursor) { active()->expand(masks, cursor); }

bool lanes_expand_texts(uint64_t masks[LANES_BLOCKS], const lanes_cursor *cursor, uint8_t texts) {
  return active()->expand_texts(masks, cursor, texts);
}

uint8_t lanes_code(const lanes_pair *pair, uint32_t lane) { return active()->code(pair, lane); }

uint32_t lanes_codes(const lanes_pair *pair, uint8_t codes[64]) { return active()->codes(pair, codes); }

uint64_t lanes_common(lanes_pair *pairs, uint32_t count) { return active()->common(pairs, count); }

int32_t lanes_positions(
  const lanes_cursor *cursor, const lanes_pair *pair, uint64_t lanes, const uint8_t **positions, const uint8_t *end,
  uint32_t first, uint32_t *places, uint32_t most, uint32_t counts[64]) {
  return active()->positions(cursor, pair, lanes, positions, end, first, places, most, counts);
}

uint32_t lanes_count(const uint64_t *masks, uint32_t blocks) { return active()->count(masks, blocks); }

uint32_t lanes_keep_starts(
  uint32_t *starts, uint32_t startCount, const uint32_t *places, uint32_t placeCount, uint32_t offset) {
  return active()->keep_starts(starts, startCount, places, placeCount, offset);
}

void lanes_gather(
  const lanes_cursor *cursors, uint32_t terms, const uint64_t blocks[4], lanes_pair *pairs,
  uint32_t counts[LANES_BLOCKS]) {
  active()->gather(cursors, terms, blocks, pairs, counts);
}

bool lanes_score(
  const lanes_term *terms, uint32_t count, const uint32_t *slots, const lanes_pair *pairs, const lanes_norm *norm,
  const uint16_t lengths[64], float threshold, uint64_t *lanes, float scores[64]) {
  return active()->score(terms, count, slots, pairs, norm, lengths, threshold, lanes, scores);
}
