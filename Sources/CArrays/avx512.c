// 32 registers of eight numbers, and lanes that a mask leaves out.
#ifdef __x86_64__
#include "kernels.h"

#include <immintrin.h>

#define LANES 8
#define TILE_LOGARITHM 3
#define TILE_ROWS 8
#define TILE_VECTORS 3
#define KERNELS carrays_avx512

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), \
                             apply_to = function)
#include "instances.h"
#pragma clang attribute pop
#endif
