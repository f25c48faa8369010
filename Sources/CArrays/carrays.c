#include "dispatch.h"
#include "workers.h"

#include <string.h>

/// Products of at most so many multiplications are computed plainly.
#define PLAIN_PRODUCT 1024

/// Products with fewer multiplications are not worth waking a thread for, nor are parts with fewer.
#define SHARED_PRODUCT (1 << 18)
#define SHARED_PART (1 << 16)

/// A part copies what it needs of B, which fewer rows of A are not worth.
#define SHARED_ROWS 64

/// Functions of fewer numbers are not worth it either; each part has so many of them.
#define SHARED_MAP 8192
#define MAP_PART 4096

// MARK: Products

struct shared_product {
  const struct kernels *kernels;
  struct product product;
  size_t rows, columns;
};

static void multiply_part(const void *task, size_t part) {
  const struct shared_product *shared = task;
  struct part place = {part % shared->rows, shared->rows, part / shared->rows, shared->columns};
  shared->kernels->multiply(&shared->product, place);
}

/// A product with a single row or column in the form in which its vectors are read in one go; the sums are the same.
static struct product turned(struct product product) {
  struct product other = product;
  if (product.bias || product.function != CARRAYS_IDENTITY) return product;
  if (product.m == 1 && product.is_b_transposed && product.a_column == 1) {
    other.m = product.n;
    other.n = 1;
    other.a_row = product.ldb;
    other.ldb = 1;
    other.ldc = 1;
  } else if (product.n == 1 && product.ldc == 1 && product.a_row == 1 && !product.is_b_transposed) {
    other.m = 1;
    other.n = product.m;
    other.a_column = product.ldb;
    other.ldb = product.a_column;
    other.ldc = product.m;
  } else {
    return product;
  }
  other.a = product.b;
  other.b = product.a;
  other.is_b_transposed = false;
  return other;
}

static void multiply(const struct product *given) {
  struct shared_product shared = {.product = turned(*given), .rows = 1, .columns = 1};
  const struct product *product = &shared.product;
  size_t m = product->m, n = product->n;
  if (m == 0 || n == 0) return;
  double size = (double)m * (double)n * (double)product->k;
  const struct kernels *set = shared.kernels = carrays_kernels(size <= PLAIN_PRODUCT);
  struct part whole = {0, 1, 0, 1};
  if (size < SHARED_PRODUCT || set == &carrays_plain || carrays_threads() == 1) {
    set->multiply(product, whole);
    return;
  }
  size_t threads = (size_t)carrays_threads(), parts = threads * 4;
  if (size / SHARED_PART < (double)parts) parts = (size_t)(size / SHARED_PART);
  size_t tall = (m + set->tile_rows - 1) / set->tile_rows;
  size_t wide = (n + set->tile_columns - 1) / set->tile_columns;
  if (m / SHARED_ROWS < 2 * threads && wide >= 2 * threads) {
    shared.columns = wide < parts ? wide : parts;
  } else {
    size_t rows = m / SHARED_ROWS > threads ? m / SHARED_ROWS : threads;
    shared.rows = rows < parts ? rows : parts;
    if (shared.rows > tall) shared.rows = tall;
  }
  carrays_share(shared.rows * shared.columns, carrays_threads(), multiply_part, &shared);
}

void carrays_multiply(size_t m, size_t n, size_t k, const double *a, size_t lda, const double *b,
                      size_t ldb, double *c, size_t ldc, bool accumulates) {
  struct product product = {
      m, n, k, a, lda, 1, b, ldb, false, c, ldc, accumulates, NULL, CARRAYS_IDENTITY};
  multiply(&product);
}

void carrays_multiply_transposed_left(size_t m, size_t n, size_t k, const double *a, size_t lda,
                                      const double *b, size_t ldb, double *c, size_t ldc,
                                      bool accumulates) {
  struct product product = {
      m, n, k, a, 1, lda, b, ldb, false, c, ldc, accumulates, NULL, CARRAYS_IDENTITY};
  multiply(&product);
}

void carrays_multiply_transposed_right(size_t m, size_t n, size_t k, const double *a, size_t lda,
                                       const double *b, size_t ldb, double *c, size_t ldc,
                                       bool accumulates) {
  struct product product = {
      m, n, k, a, lda, 1, b, ldb, true, c, ldc, accumulates, NULL, CARRAYS_IDENTITY};
  multiply(&product);
}

// MARK: Layers

void carrays_dense(size_t m, size_t n, size_t k, const double *x, size_t ldx, const double *w,
                   size_t ldw, const double *b, carrays_function f, double *h, size_t ldh) {
  struct product product = {m, n, k, x, ldx, 1, w, ldw, false, h, ldh, false, b, f};
  multiply(&product);
}

void carrays_activation_reverse(size_t m, size_t n, carrays_function f, const double *h,
                                size_t ldh, const double *dh, size_t lddh, double *dz,
                                size_t lddz) {
  const struct kernels *set = kernels_for(m * n);
  if (ldh == n && lddh == n && lddz == n) {
    set->activation_reverse(f, m * n, h, dh, dz);
  } else {
    for (size_t i = 0; i < m; i++)
      set->activation_reverse(f, n, h + i * ldh, dh + i * lddh, dz + i * lddz);
  }
}

// MARK: Functions of each number

struct shared_map {
  const struct kernels *kernels;
  carrays_function function;
  size_t count;
  const double *x;
  double *y;
};

static void map_part(const void *task, size_t part) {
  const struct shared_map *map = task;
  size_t first = part * MAP_PART, rest = map->count - first;
  map->kernels->map(map->function, rest < MAP_PART ? rest : MAP_PART, map->x + first,
                    map->y + first);
}

void carrays_map(carrays_function f, size_t count, const double *x, double *y) {
  struct shared_map map = {kernels_for(count), f, count, x, y};
  if (count < SHARED_MAP || carrays_threads() == 1) map.kernels->map(f, count, x, y);
  else carrays_share((count + MAP_PART - 1) / MAP_PART, carrays_threads(), map_part, &map);
}

void carrays_map_reverse(carrays_function f, size_t count, const double *x, const double *y,
                         const double *g, double *dx) {
  kernels_for(count)->map_reverse(f, count, x, y, g, dx);
}

static bool is_run(carrays_operand operand, size_t n) {
  return operand.column == 1 ? operand.row == n : operand.column == 0 && operand.row == 0;
}

void carrays_combine(carrays_operation operation, size_t m, size_t n, carrays_operand a,
                     carrays_operand b, double *c, size_t ldc, bool accumulates) {
  const struct kernels *set = kernels_for(m * n);
  if (a.column > 1 || b.column > 1) set = &carrays_plain;
  if (is_run(a, n) && is_run(b, n) && ldc == n) {
    n *= m;
    m = 1;
  }
  for (size_t i = 0; i < m; i++)
    set->combine(operation, n, a.numbers + i * a.row, a.column, b.numbers + i * b.row, b.column,
                 c + i * ldc, accumulates);
}

void carrays_add_scaled(size_t count, double s, const double *x, double *y) {
  kernels_for(count)->add_scaled(count, s, x, y);
}

// MARK: Sums

double carrays_sum(size_t count, const double *x) { return kernels_for(count)->sum(count, x); }

void carrays_row_sums(size_t m, size_t n, const double *a, size_t lda, double *sums,
                      bool accumulates) {
  const struct kernels *set = kernels_for(n);
  for (size_t i = 0; i < m; i++) {
    double sum = set->sum(n, a + i * lda);
    sums[i] = accumulates ? sums[i] + sum : sum;
  }
}

void carrays_column_sums(size_t m, size_t n, const double *a, size_t lda, double *sums,
                         bool accumulates) {
  if (!accumulates && n > 0) memset(sums, 0, n * sizeof *sums);
  kernels_for(m * n)->column_sums(m, n, a, lda, sums);
}
