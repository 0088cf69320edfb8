// What the kernels that read a term's bytes and the code that makes them must agree on, see Postings.swift.

#ifndef LANES_LAYOUT_H
#define LANES_LAYOUT_H

#include "include/lanes.h"

/// The counts that need no escape: once in the abstract, once in the title, twice in the abstract.
static const uint8_t short_codes[3] = {1 << 2, 1 << 6, 2 << 2};

/// The place of a code among the short ones, 3 for all others.
static inline uint8_t short_code(uint8_t code) {
  for (uint8_t place = 0; place < 3; place++) {
    if (short_codes[place] == code) return place;
  }
  return 3;
}

/// The bytes that tell which blocks hold the term; the bounds lie behind them.
static inline uint32_t head(uint32_t pairs) { return pairs <= LANES_MOST_LISTED ? pairs : LANES_BLOCKS / 8; }

#endif
