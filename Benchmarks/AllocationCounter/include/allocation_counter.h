// Counts what the whole process allocates: this target defines malloc and its kin, which call the C library's own.

#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdint.h>

/// How often memory was allocated or resized since the program began, on all threads.
uint64_t allocation_count(void);

#endif
