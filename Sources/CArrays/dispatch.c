// Which instructions and how many threads.
#include "dispatch.h"

#include "workers.h"

static const struct kernels *const all_kernels[] = {
    [CARRAYS_PLAIN] = &carrays_plain,
    [CARRAYS_PORTABLE] = &carrays_portable,
#ifdef __x86_64__
    [CARRAYS_AVX2] = &carrays_avx2,
    [CARRAYS_AVX512] = &carrays_avx512,
#endif
};

static _Thread_local const struct kernels *forced;
static _Thread_local int most_threads;

carrays_instructions carrays_widest(void) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
                   && __builtin_cpu_supports("avx512vl")
               ? CARRAYS_AVX512
               : CARRAYS_AVX2;
  }
#endif
  return CARRAYS_PORTABLE;
}

void carrays_force(carrays_instructions instructions) { forced = all_kernels[instructions]; }

void carrays_choose(void) { forced = NULL; }

void carrays_limit_threads(int count) { most_threads = count; }

int carrays_threads(void) {
  int cores = carrays_cores();
  return most_threads && most_threads < cores ? most_threads : cores;
}

const struct kernels *carrays_kernels(bool is_small) {
  static const struct kernels *_Atomic widest;
  if (forced) return forced;
  if (is_small) return &carrays_plain;
  const struct kernels *found = widest;
  if (!found) widest = found = all_kernels[carrays_widest()];
  return found;
}
