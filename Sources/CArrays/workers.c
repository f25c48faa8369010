#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#endif

#include "workers.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

/// More than these would wait for each other, and for memory.
#define MOST_CORES 16

/// Looks at what may have changed before a thread sleeps, or lets others go first: some 50 µs.
#define LOOKS 700

/// After a wait for a thread that others keep from its core, at most so many calls are worked on alone.
#define MOST_ALONE 64

/// What all threads see. Parts are claimed from the highest; the number of those that nobody has claimed is in the
/// lower half of `open`, in its upper half the number of the task, so that no thread claims a part of an earlier one.
static struct {
  _Atomic uint64_t open;
  _Atomic size_t done;
  void (*work)(const void *, size_t);
  const void *task;
  atomic_flag is_taken;
  int threads;
  /// The calls to be worked on alone, and how many they were the last time.
  int alone, last_alone;
  pthread_mutex_t mutex;
  pthread_cond_t wake;
  _Atomic int sleeping;
} shared = {
    .is_taken = ATOMIC_FLAG_INIT, .mutex = PTHREAD_MUTEX_INITIALIZER, .wake = PTHREAD_COND_INITIALIZER};

static inline void rest(void) {
#ifdef __x86_64__
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static bool has_open_parts(void) { return (uint32_t)atomic_load(&shared.open) != 0; }

static void work_on_parts(void) {
  uint64_t open = atomic_load(&shared.open);
  while ((uint32_t)open) {
    if (!atomic_compare_exchange_weak(&shared.open, &open, open - 1)) continue;
    shared.work(shared.task, (uint32_t)open - 1);
    atomic_fetch_add(&shared.done, 1);
    open = atomic_load(&shared.open);
  }
}

static void *wait_for_work(void *unused) {
  (void)unused;
  for (;;) {
    for (int look = 0; look < LOOKS && !has_open_parts(); look++) rest();
    if (!has_open_parts()) {
      pthread_mutex_lock(&shared.mutex);
      atomic_fetch_add(&shared.sleeping, 1);
      while (!has_open_parts()) pthread_cond_wait(&shared.wake, &shared.mutex);
      atomic_fetch_sub(&shared.sleeping, 1);
      pthread_mutex_unlock(&shared.mutex);
    }
    work_on_parts();
  }
  return NULL;
}

/// Signals are left to the threads that the program knows of.
static void start_threads(int count) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  for (; shared.threads < count; shared.threads++) {
    pthread_t thread;
    if (pthread_create(&thread, &attributes, wait_for_work, NULL)) break;
  }
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

int carrays_cores(void) {
  static _Atomic int known;
  int cores = atomic_load_explicit(&known, memory_order_relaxed);
  if (cores) return cores;
#ifdef __linux__
  cpu_set_t set;
  cores = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
#else
  cores = (int)sysconf(_SC_NPROCESSORS_ONLN);
#endif
  cores = cores < 1 ? 1 : cores > MOST_CORES ? MOST_CORES : cores;
  atomic_store_explicit(&known, cores, memory_order_relaxed);
  return cores;
}

/// Whether this thread may use the others; if so it has to give them back.
static bool take_threads(int count) {
  if (count <= 1 || atomic_flag_test_and_set(&shared.is_taken)) return false;
  if (shared.alone == 0) {
    if (shared.threads < count - 1) start_threads(count - 1);
    return true;
  }
  shared.alone--;
  atomic_flag_clear(&shared.is_taken);
  return false;
}

/// Waits for the parts that other threads have claimed.
static void wait_for(size_t parts) {
  int looks = 0;
  for (; atomic_load(&shared.done) < parts; looks++)
    if (looks < LOOKS) rest();
    else sched_yield();
  shared.last_alone = looks < LOOKS ? shared.last_alone / 2 : shared.last_alone * 2 + 1;
  if (shared.last_alone > MOST_ALONE) shared.last_alone = MOST_ALONE;
  if (looks >= LOOKS) shared.alone = shared.last_alone;
}

void carrays_share(size_t parts, int threads, void (*work)(const void *, size_t), const void *task) {
  if (parts <= 1 || !take_threads(threads)) {
    for (size_t part = 0; part < parts; part++) work(task, part);
    return;
  }
  shared.work = work;
  shared.task = task;
  atomic_store(&shared.done, 0);
  uint64_t number = (atomic_load(&shared.open) >> 32) + 1;
  atomic_store(&shared.open, number << 32 | (uint32_t)parts);
  if (atomic_load(&shared.sleeping)) {
    pthread_mutex_lock(&shared.mutex);
    pthread_cond_broadcast(&shared.wake);
    pthread_mutex_unlock(&shared.mutex);
  }
  work_on_parts();
  wait_for(parts);
  atomic_flag_clear(&shared.is_taken);
}
