// What the other sets compute, as one would write it.
#include "kernels.h"

#include <math.h>
#include <string.h>

// A product that is rounded only with its sum would give other digits than single numbers do.
#pragma clang fp contract(off)

static double rectified(double x) { return x <= 0 ? 0 : x; }

static double sigmoid(double x) {
  if (x >= 0) return 1 / (1 + exp(-x));
  double power = exp(x);
  return power / (1 + power);
}

static double value(carrays_function function, double x) {
  switch (function) {
  case CARRAYS_IDENTITY: return x;
  case CARRAYS_RELU: return rectified(x);
  case CARRAYS_TANH: return tanh(x);
  case CARRAYS_SIGMOID: return sigmoid(x);
  case CARRAYS_EXP: return exp(x);
  case CARRAYS_LOG: return log(x);
  case CARRAYS_SQRT: return sqrt(x);
  case CARRAYS_SOFTPLUS: return (x > 0 || x != x ? x : 0) + log1p(exp(-fabs(x)));
  case CARRAYS_ABS: return fabs(x);
  case CARRAYS_NEGATE: return -x;
  }
}

static double slope(carrays_function function, double x, double y) {
  switch (function) {
  case CARRAYS_IDENTITY: return 1;
  case CARRAYS_RELU: return y > 0;
  case CARRAYS_TANH: return 1 - y * y;
  case CARRAYS_SIGMOID: return y * (1 - y);
  case CARRAYS_EXP: return y;
  case CARRAYS_LOG: return 1 / x;
  case CARRAYS_SQRT: return 1 / (2 * y);
  case CARRAYS_SOFTPLUS: return sigmoid(x);
  case CARRAYS_ABS: return (x > 0) - (x < 0);
  case CARRAYS_NEGATE: return -1;
  }
}

static void map(carrays_function function, size_t count, const double *x, double *y) {
  for (size_t i = 0; i < count; i++) y[i] = value(function, x[i]);
}

static void map_reverse(carrays_function function, size_t count, const double *x, const double *y,
                        const double *g, double *dx) {
  for (size_t i = 0; i < count; i++) dx[i] += g[i] * slope(function, x[i], y[i]);
}

static void activation_reverse(carrays_function function, size_t count, const double *h,
                               const double *dh, double *dz) {
  for (size_t i = 0; i < count; i++) dz[i] = dh[i] * slope(function, h[i], h[i]);
}

static void multiply(const struct product *product, struct part part) {
  (void)part;
  size_t n = product->n;
  size_t row = product->is_b_transposed ? 1 : product->ldb;
  size_t column = product->is_b_transposed ? product->ldb : 1;
  for (size_t i = 0; i < product->m; i++) {
    const double *a = product->a + i * product->a_row;
    double *c = product->c + i * product->ldc;
    if (!product->accumulates) memset(c, 0, n * sizeof *c);
    for (size_t p = 0; p < product->k; p++) {
      double left = a[p * product->a_column];
      const double *b = product->b + p * row;
      for (size_t j = 0; j < n; j++) c[j] += left * b[j * column];
    }
    if (product->bias)
      for (size_t j = 0; j < n; j++) c[j] += product->bias[j];
    if (product->function != CARRAYS_IDENTITY) map(product->function, n, c, c);
  }
}

static double combined(carrays_operation operation, double a, double b) {
  switch (operation) {
  case CARRAYS_ADD: return a + b;
  case CARRAYS_SUBTRACT: return a - b;
  case CARRAYS_MULTIPLY: return a * b;
  case CARRAYS_DIVIDE: return a / b;
  }
}

static void combine(carrays_operation operation, size_t count, const double *a, size_t a_step,
                    const double *b, size_t b_step, double *c, bool accumulates) {
  for (size_t i = 0; i < count; i++) {
    double result = combined(operation, a[i * a_step], b[i * b_step]);
    c[i] = accumulates ? c[i] + result : result;
  }
}

static void add_scaled(size_t count, double s, const double *x, double *y) {
  for (size_t i = 0; i < count; i++) y[i] += s * x[i];
}

static double largest(size_t count, const double *x) {
  double result = x[0];
  for (size_t i = 1; i < count; i++) result = x[i] > result ? x[i] : result;
  return result;
}

static double sum(size_t count, const double *x) {
  double sums[8] = {0}, rest = 0;
  size_t i = 0;
  if (count > SHORT_SUM) {
    for (; i + 8 <= count; i += 8)
      for (size_t lane = 0; lane < 8; lane++) sums[lane] += x[i + lane];
    rest = ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
  }
  for (; i < count; i++) rest += x[i];
  return rest;
}

static void column_sums(size_t m, size_t n, const double *a, size_t lda, double *sums) {
  for (size_t i = 0; i < m; i++)
    for (size_t j = 0; j < n; j++) sums[j] += a[i * lda + j];
}

const struct kernels carrays_plain = {
    .tile_rows = 1,
    .tile_columns = 1,
    .multiply = multiply,
    .map = map,
    .map_reverse = map_reverse,
    .activation_reverse = activation_reverse,
    .combine = combine,
    .add_scaled = add_scaled,
    .sum = sum,
    .column_sums = column_sums,
    .largest = largest,
};
