#include "working.h"
#include "rescue.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static struct {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  /* When the work began or went on. */
  struct timespec since;
  int terminal, is_watched, is_held;
  /* The columns of the line that is shown; read by handlers, too. */
  volatile sig_atomic_t columns, is_over;
} working = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* To a terminal that takes no bytes nothing is written, hence a file description of our own that does not wait. */
static void write_all(const char *bytes, size_t count) {
  ssize_t written = write(working.terminal, bytes, count);
  (void)written;
}

/* Blanks and not a sequence of the terminal's: every terminal knows those. */
static void wipe(void) {
  static const char blanks[] = "\r                                                  \r";
  size_t columns = (size_t)working.columns;
  if (columns == 0) return;
  working.columns = 0;
  write_all(blanks, columns + 1);
  write_all("\r", 1);
}

static void show(long seconds) {
  struct winsize size;
  char line[48];
  int count = snprintf(line, sizeof line, "\rworking, %ld s; Ctrl-C ends it", seconds);
  int is_known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  if (count < 2 || (is_known && count > size.ws_col)) return;
  if (tcgetpgrp(STDERR_FILENO) != getpgrp()) return;
  working.columns = count - 1;
  write_all(line, (size_t)count);
}

static void *watch(void *nothing) {
  pthread_mutex_lock(&working.lock);
  struct timespec since = working.since;
  long seconds = 1;
  while (!working.is_over) {
    if (since.tv_sec != working.since.tv_sec || since.tv_nsec != working.since.tv_nsec) {
      since = working.since;
      seconds = 1;
    }
    if (working.is_held) {
      pthread_cond_wait(&working.changed, &working.lock);
      continue;
    }
    struct timespec next = {.tv_sec = since.tv_sec + seconds, .tv_nsec = since.tv_nsec}, now;
    pthread_cond_timedwait(&working.changed, &working.lock, &next);
    clock_gettime(CLOCK_MONOTONIC, &now);
    int is_due =
        now.tv_sec > next.tv_sec || (now.tv_sec == next.tv_sec && now.tv_nsec >= next.tv_nsec);
    int is_same = since.tv_sec == working.since.tv_sec && since.tv_nsec == working.since.tv_nsec;
    if (is_due && is_same && !working.is_held && !working.is_over) show(seconds++);
  }
  pthread_mutex_unlock(&working.lock);
  return nothing;
}

/* SA_RESETHAND has restored the default action: the signal raised here ends the process on return. */
static void end_by(int number, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  working.is_over = 1;
  wipe();
  raise(number);
}

static int start_watch(void) {
  pthread_condattr_t monotonic;
  pthread_condattr_init(&monotonic);
  pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
  pthread_cond_init(&working.changed, &monotonic);
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 1 << 16);
  pthread_attr_setdetachstate(&small, PTHREAD_CREATE_DETACHED);
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  int failure = pthread_create(&thread, &small, watch, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return failure == 0;
}

void cn_working_begin(void) {
  static const int endings[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE};
  char path[64];
  if (!isatty(STDERR_FILENO) || ttyname_r(STDERR_FILENO, path, sizeof path) != 0) return;
  working.terminal = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (working.terminal < 0) return;
  clock_gettime(CLOCK_MONOTONIC, &working.since);
  if (!start_watch()) return;
  working.is_watched = 1;
  for (size_t index = 0; index < sizeof endings / sizeof *endings; index++) {
    if (!cn_rescue_is_ignored(endings[index]))
      cn_rescue_handle(endings[index], end_by, 1, NULL);
  }
  atexit(cn_working_end);
}

void cn_working_hold(void) {
  if (!working.is_watched) return;
  pthread_mutex_lock(&working.lock);
  working.is_held = 1;
  wipe();
  pthread_mutex_unlock(&working.lock);
}

void cn_working_go_on(void) {
  if (!working.is_watched) return;
  pthread_mutex_lock(&working.lock);
  working.is_held = 0;
  clock_gettime(CLOCK_MONOTONIC, &working.since);
  pthread_cond_signal(&working.changed);
  pthread_mutex_unlock(&working.lock);
}

void cn_working_end(void) {
  if (!working.is_watched) return;
  pthread_mutex_lock(&working.lock);
  working.is_watched = 0;
  working.is_over = 1;
  wipe();
  pthread_cond_signal(&working.changed);
  pthread_mutex_unlock(&working.lock);
}
