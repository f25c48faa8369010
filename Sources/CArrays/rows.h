// Sums, sums of products, operations of two arrays, and softmax of a row.

typedef double eight __attribute__((ext_vector_type(8)));
typedef double unaligned_eight __attribute__((ext_vector_type(8), aligned(8)));

static double sum(size_t count, const double *x) {
  double rest = 0;
  size_t i = 0;
  if (count > SHORT_SUM) {
    eight sums = (eight)0.0;
    for (; i + 8 <= count; i += 8) sums += *(const unaligned_eight *)(x + i);
    rest = ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
  }
  for (; i < count; i++) rest += x[i];
  return rest;
}

/// Some vectors of columns, row after row.
INLINE void add_columns(size_t m, const size_t vectors, size_t last, const double *a, size_t lda,
                        double *sums) {
  numbers sum[4];
#pragma clang loop unroll(full)
  for (size_t v = 0; v < vectors; v++)
    sum[v] = v + 1 < vectors ? load(sums + v * LANES) : load_some(sums + v * LANES, last);
  for (size_t i = 0; i < m; i++, a += lda)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++)
      sum[v] += v + 1 < vectors ? load(a + v * LANES) : load_some(a + v * LANES, last);
#pragma clang loop unroll(full)
  for (size_t v = 0; v < vectors; v++)
    if (v + 1 < vectors) store(sums + v * LANES, sum[v]);
    else store_some(sums + v * LANES, sum[v], last);
}

static void column_sums(size_t m, size_t n, const double *a, size_t lda, double *sums) {
  size_t j = 0;
  for (; j + 4 * LANES <= n; j += 4 * LANES) add_columns(m, 4, LANES, a + j, lda, sums + j);
  for (; j < n; j += LANES)
    add_columns(m, 1, n - j < LANES ? n - j : LANES, a + j, lda, sums + j);
}

static double sum_of_products(size_t count, const double *x, const double *y) {
  numbers sums[4] = {(numbers)0.0, (numbers)0.0, (numbers)0.0, (numbers)0.0};
  size_t i = 0;
  for (; i + 4 * LANES <= count; i += 4 * LANES)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < 4; v++) sums[v] += load(x + i + v * LANES) * load(y + i + v * LANES);
  for (; i + LANES <= count; i += LANES) sums[0] += load(x + i) * load(y + i);
  if (i < count) sums[1] += load_some(x + i, count - i) * load_some(y + i, count - i);
  return sum_of_lanes((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

static void add_scaled(size_t count, double s, const double *x, double *y) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) store(y + i, load(y + i) + s * load(x + i));
  if (i < count)
    store_some(y + i, load_some(y + i, count - i) + s * load_some(x + i, count - i), count - i);
}

INLINE numbers combined(carrays_operation operation, numbers a, numbers b) {
  switch (operation) {
  case CARRAYS_ADD: return a + b;
  case CARRAYS_SUBTRACT: return a - b;
  case CARRAYS_MULTIPLY: return a * b;
  case CARRAYS_DIVIDE: return a / b;
  }
}

/// The steps are 0 or 1.
INLINE void combine_rows(carrays_operation operation, size_t count, const double *a, size_t a_step,
                         const double *b, size_t b_step, double *c, bool accumulates) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    numbers left = a_step ? load(a + i) : (numbers)*a, right = b_step ? load(b + i) : (numbers)*b;
    numbers result = combined(operation, left, right);
    store(c + i, accumulates ? load(c + i) + result : result);
  }
  if (i == count) return;
  size_t rest = count - i;
  numbers left = a_step ? load_some(a + i, rest) : (numbers)*a;
  numbers right = b_step ? load_some(b + i, rest) : (numbers)*b;
  numbers result = combined(operation, left, right);
  store_some(c + i, accumulates ? load_some(c + i, rest) + result : result, rest);
}

static void combine(carrays_operation operation, size_t count, const double *a, size_t a_step,
                    const double *b, size_t b_step, double *c, bool accumulates) {
  switch (operation) {
#define CASE(name) \
  case name: combine_rows(name, count, a, a_step, b, b_step, c, accumulates); return
  CASE(CARRAYS_ADD);
  CASE(CARRAYS_SUBTRACT);
  CASE(CARRAYS_MULTIPLY);
  CASE(CARRAYS_DIVIDE);
#undef CASE
  }
}

static double largest(size_t count, const double *x) {
  double result = x[0];
  size_t i = 0;
  if (count >= LANES) {
    numbers most = load(x);
    for (i = LANES; i + LANES <= count; i += LANES) {
      numbers y = load(x + i);
      most = choose(most > y, most, y);
    }
    result = __builtin_reduce_max(most);
  }
  for (; i < count; i++) result = x[i] > result ? x[i] : result;
  return result;
}
