// Softmax, logarithms of sums of exponentials, and cross-entropy, row by row.
#include "dispatch.h"

#include <math.h>

/// So many numbers of a row are at hand at a time where there is no place for all.
#define STRIP 128

void carrays_softmax(size_t m, size_t n, const double *z, size_t ldz, double *p, size_t ldp) {
  if (n == 0) return;
  const struct kernels *set = kernels_for(m * n);
  for (size_t i = 0; i < m; i++) {
    double most = set->largest(n, z + i * ldz);
    set->combine(CARRAYS_SUBTRACT, n, z + i * ldz, 1, &most, 0, p + i * ldp, false);
    if (ldp != n) set->map(CARRAYS_EXP, n, p + i * ldp, p + i * ldp);
  }
  if (ldp == n) set->map(CARRAYS_EXP, m * n, p, p);
  for (size_t i = 0; i < m; i++) {
    double sum = set->sum(n, p + i * ldp);
    set->combine(CARRAYS_DIVIDE, n, p + i * ldp, 1, &sum, 0, p + i * ldp, false);
  }
}

static double logarithm_of_sum(const struct kernels *set, size_t n, const double *z) {
  if (n == 0) return -INFINITY;
  double most = set->largest(n, z), sum = 0, powers[STRIP];
  for (size_t j = 0; j < n; j += STRIP) {
    size_t strip = n - j < STRIP ? n - j : STRIP;
    set->combine(CARRAYS_SUBTRACT, strip, z + j, 1, &most, 0, powers, false);
    set->map(CARRAYS_EXP, strip, powers, powers);
    sum += set->sum(strip, powers);
  }
  return most + log(sum);
}

void carrays_logsumexp(size_t m, size_t n, const double *z, size_t ldz, double *logarithms) {
  const struct kernels *set = kernels_for(m * n);
  for (size_t i = 0; i < m; i++) logarithms[i] = logarithm_of_sum(set, n, z + i * ldz);
}

void carrays_softmax_reverse(size_t m, size_t n, const double *p, size_t ldp, const double *g,
                             size_t ldg, double *dz, size_t lddz) {
  for (size_t i = 0; i < m; i++) {
    const double *row = p + i * ldp, *upstream = g + i * ldg;
    double sum = 0;
    for (size_t j = 0; j < n; j++) sum += row[j] * upstream[j];
    for (size_t j = 0; j < n; j++) dz[i * lddz + j] += row[j] * (upstream[j] - sum);
  }
}

double carrays_cross_entropy(size_t m, size_t n, const double *z, size_t ldz,
                             carrays_targets targets) {
  const struct kernels *set = kernels_for(m * n);
  double cost = 0;
  for (size_t i = 0; i < m; i++) {
    const double *row = z + i * ldz;
    double logarithm = logarithm_of_sum(set, n, row);
    if (targets.classes) {
      cost += logarithm - row[targets.classes[i]];
    } else {
      const double *shares = targets.shares + i * targets.ldshares;
      for (size_t j = 0; j < n; j++)
        if (shares[j] != 0) cost += shares[j] * (logarithm - row[j]);
    }
  }
  return cost;
}

void carrays_cross_entropy_reverse(size_t m, size_t n, double s, const double *p, size_t ldp,
                                   carrays_targets targets, double *dz, size_t lddz) {
  for (size_t i = 0; i < m; i++) {
    const double *row = p + i * ldp;
    double *sums = dz + i * lddz;
    if (targets.classes) {
      for (size_t j = 0; j < n; j++) sums[j] += s * row[j];
      sums[targets.classes[i]] -= s;
    } else {
      const double *shares = targets.shares + i * targets.ldshares;
      double total = 0;
      for (size_t j = 0; j < n; j++) total += shares[j];
      for (size_t j = 0; j < n; j++) sums[j] += s * (row[j] * total - shares[j]);
    }
  }
}
