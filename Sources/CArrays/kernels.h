// What each set of instructions computes, and how work is divided.
#pragma once

#include "carrays.h"

#include <stdint.h>

/// A product, what is done to it, and how its numbers are reached.
struct product {
  size_t m, n, k;
  /// The number of A in row i and column p is `a[i * a_row + p * a_column]`.
  const double *a;
  size_t a_row, a_column;
  const double *b;
  size_t ldb;
  /// Whether B is n×k.
  bool is_b_transposed;
  double *c;
  size_t ldc;
  bool accumulates;
  /// A row that is added to each row, or null.
  const double *bias;
  carrays_function function;
};

/// A part of a product: the `row`-th of so many groups of rows, the `column`-th of so many groups of columns.
struct part {
  size_t row, rows, column, columns;
};

/// Sums of at most so many numbers have a single partial sum.
#define SHORT_SUM 32

struct kernels {
  /// The size of the tiles that a product is computed in.
  size_t tile_rows, tile_columns;
  void (*multiply)(const struct product *product, struct part part);
  void (*map)(carrays_function function, size_t count, const double *x, double *y);
  void (*map_reverse)(carrays_function function, size_t count, const double *x, const double *y,
                      const double *g, double *dx);
  /// dz = dh f'
  void (*activation_reverse)(carrays_function function, size_t count, const double *h,
                             const double *dh, double *dz);
  void (*combine)(carrays_operation operation, size_t count, const double *a, size_t a_step,
                  const double *b, size_t b_step, double *c, bool accumulates);
  void (*add_scaled)(size_t count, double s, const double *x, double *y);
  double (*sum)(size_t count, const double *x);
  /// Adds to what is there.
  void (*column_sums)(size_t m, size_t n, const double *a, size_t lda, double *sums);
  /// Of one number at least.
  double (*largest)(size_t count, const double *x);
};

extern const struct kernels carrays_plain, carrays_portable;
#ifdef __x86_64__
extern const struct kernels carrays_avx2, carrays_avx512;
#endif
