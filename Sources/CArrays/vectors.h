// Vectors of LANES numbers; the file that includes this one has set LANES.
#include <math.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

typedef double numbers __attribute__((ext_vector_type(LANES)));
typedef double unaligned_numbers __attribute__((ext_vector_type(LANES), aligned(8)));
typedef int64_t words __attribute__((ext_vector_type(LANES)));
typedef uint64_t unsigned_words __attribute__((ext_vector_type(LANES)));

INLINE numbers load(const double *x) { return *(const unaligned_numbers *)x; }
INLINE void store(double *x, numbers y) { *(unaligned_numbers *)x = y; }

/// 0, 1, 2 …
INLINE words lane_numbers(void) {
#if LANES == 8
  return (words){0, 1, 2, 3, 4, 5, 6, 7};
#elif LANES == 4
  return (words){0, 1, 2, 3};
#else
  return (words){0, 1};
#endif
}

/// The first `count` lanes, from 1 to LANES; the others are 0.
INLINE numbers load_some(const double *x, size_t count) {
#if LANES == 8
  return (numbers)_mm512_maskz_loadu_pd((__mmask8)(0xFF >> (8 - count)), x);
#elif LANES == 4
  words lane = {0, 1, 2, 3};
  return (numbers)_mm256_maskload_pd(x, (__m256i)(lane < (words)(int64_t)count));
#else
  numbers y = {x[0], 0};
  if (count == 2) y[1] = x[1];
  return y;
#endif
}

INLINE void store_some(double *x, numbers y, size_t count) {
#if LANES == 8
  _mm512_mask_storeu_pd(x, (__mmask8)(0xFF >> (8 - count)), (__m512d)y);
#elif LANES == 4
  words lane = {0, 1, 2, 3};
  _mm256_maskstore_pd(x, (__m256i)(lane < (words)(int64_t)count), (__m256d)y);
#else
  x[0] = y[0];
  if (count == 2) x[1] = y[1];
#endif
}

INLINE numbers choose(words condition, numbers yes, numbers no) {
  return (numbers)((condition & (words)yes) | (~condition & (words)no));
}

INLINE double sum_of_lanes(numbers x) {
  double sum = x[0];
  for (int lane = 1; lane < LANES; lane++) sum += x[lane];
  return sum;
}

/// max(x, 0), where a number that is none stays.
INLINE numbers rectified(numbers x) { return choose(x <= 0, (numbers)0.0, x); }
