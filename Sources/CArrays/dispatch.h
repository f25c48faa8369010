// Which instructions and how many threads a call uses.
#pragma once

#include "kernels.h"

/// Functions of fewer numbers are computed plainly.
#define PLAIN_COUNT 32

/// Those that this thread is forced to; else plain ones for what is small, the widest for the rest.
const struct kernels *carrays_kernels(bool is_small);

static inline const struct kernels *kernels_for(size_t count) {
  return carrays_kernels(count < PLAIN_COUNT);
}

/// At least one.
int carrays_threads(void);
