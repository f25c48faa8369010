// 16 registers of four numbers.
#ifdef __x86_64__
#include "kernels.h"

#include <immintrin.h>

#define LANES 4
#define TILE_LOGARITHM 2
#define TILE_ROWS 4
#define TILE_VECTORS 2
#define KERNELS carrays_avx2

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "instances.h"
#pragma clang attribute pop
#endif
