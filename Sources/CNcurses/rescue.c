#define _GNU_SOURCE
#include "rescue.h"
#include "start.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* So long a terminal that takes no bytes is waited for, in milliseconds. */
static const int patience = 1000;

static struct {
  volatile sig_atomic_t is_armed;
  int input, output, wake;
  struct termios mode;
  char bytes[512], line[256];
  size_t byte_count, line_length;
} rescue;

int cn_rescue_prepare(
    int input, int output, int wake, const char *bytes, size_t byte_count, const char *line,
    size_t line_length) {
  if (byte_count > sizeof rescue.bytes || line_length > sizeof rescue.line) return -1;
  rescue.input = input;
  rescue.output = output;
  rescue.wake = wake;
  memcpy(rescue.bytes, bytes, byte_count);
  rescue.byte_count = byte_count;
  memcpy(rescue.line, line, line_length);
  rescue.line_length = line_length;
  return tcgetattr(input, &rescue.mode);
}

void cn_rescue_arm(int is_armed) { rescue.is_armed = is_armed; }

int cn_rescue_use_own_stack(void) {
  static char stack[1 << 16];
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  return sigaltstack(&own, NULL);
}

int cn_least_numbered_signal(void) { return __SIGRTMIN; }
int cn_largest_numbered_signal(void) { return SIGRTMAX; }

/* The C library keeps the first numbered signals to itself and sets no handler for them, but the kernel does. What
   it keeps of a handler is copied whole, since it is not the same on all machines. */
static int handle_as(int template, int number) {
  char action[256];
  const size_t mask_size = NSIG / 8;
  if (syscall(SYS_rt_sigaction, template, NULL, action, mask_size) != 0) return -1;
  return (int)syscall(SYS_rt_sigaction, number, action, NULL, mask_size);
}

/* All other signals wait meanwhile, SIGTTOU among them: a process in the background may restore. */
int cn_rescue_handle(int number, cn_handler *handler, int once, struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | (once ? (int)SA_RESETHAND : SA_RESTART);
  sigfillset(&action.sa_mask);
  if (number < __SIGRTMIN || number >= SIGRTMIN) return sigaction(number, &action, previous);
  struct sigaction kept;
  if (sigaction(SIGRTMIN, &action, &kept) != 0) return -1;
  int result = handle_as(SIGRTMIN, number);
  sigaction(SIGRTMIN, &kept, NULL);
  return result;
}

int cn_rescue_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Writes bytes that may not hold up the process; returns how many were not taken within some milliseconds. */
static size_t put(int file, const char *bytes, size_t count, int milliseconds) {
  long end = now() + milliseconds;
  int flags = fcntl(file, F_GETFL);
  fcntl(file, F_SETFL, flags | O_NONBLOCK);
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written == 0 || errno != EAGAIN) {
      if (written == 0 || errno != EINTR) break;
    } else {
      long left = end - now();
      struct pollfd ready = {.fd = file, .events = POLLOUT};
      if (left <= 0 || poll(&ready, 1, (int)left) != 1) break;
    }
  }
  fcntl(file, F_SETFL, flags);
  return count;
}

/* Gives the terminal back. One that was stopped, as by Ctrl-S, is let go on; where that does not help and it takes
   nothing in time, what waits in the line, a picture that nobody needs any more, makes room for these bytes. */
static int give_back(int milliseconds) {
  if (!rescue.is_armed) return 0;
  rescue.is_armed = 0;
  tcsetattr(rescue.input, TCSANOW, &rescue.mode);
  const char *end = rescue.bytes + rescue.byte_count;
  size_t left = put(rescue.output, rescue.bytes, rescue.byte_count, 0);
  if (left > 0) {
    tcflow(rescue.output, TCOOFF);
    tcflow(rescue.output, TCOON);
    left = put(rescue.output, end - left, left, milliseconds);
  }
  if (left > 0) {
    tcflush(rescue.output, TCOFLUSH);
    put(rescue.output, rescue.bytes, rescue.byte_count, 0);
  }
  return 1;
}

void cn_rescue_at_exit(void) { give_back(patience); }

/* SA_RESETHAND has restored the default action: the signal sent here ends the process on return. The C library
   does not send those that it keeps to itself. */
void cn_rescue_end(int number, siginfo_t *info, void *context) {
  give_back(patience);
  syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), number);
}

void cn_rescue_fault(int number, siginfo_t *info, void *context) {
  const char *shortage = cn_shortage(number, info, context);
  int is_ours = give_back(patience);
  if (shortage) {
    put(STDERR_FILENO, shortage, strlen(shortage), patience);
    _exit(CN_STARVED);
  }
  if (is_ours) put(STDERR_FILENO, rescue.line, rescue.line_length, patience);
  raise(number);
}

void cn_rescue_wake(int number, siginfo_t *info, void *context) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(rescue.wake, &byte, 1);
  (void)written;
  errno = error;
}

/* A call that waits in a write goes on with the file that has the number then. */
static void give_up(int number, siginfo_t *info, void *context) {
  int error = errno;
  give_back(0);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  struct stat terminal, errors;
  int is_same = fstat(rescue.output, &terminal) == 0 && fstat(STDERR_FILENO, &errors) == 0
      && terminal.st_rdev == errors.st_rdev;
  if (nowhere >= 0) {
    dup2(nowhere, rescue.output);
    if (is_same) dup2(nowhere, STDERR_FILENO);
  }
  errno = error;
}

static void set_timer(int milliseconds) {
  struct itimerval timer = {.it_value = {milliseconds / 1000, milliseconds % 1000 * 1000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

void cn_rescue_hurry(void) {
  cn_rescue_handle(SIGALRM, give_up, 0, NULL);
  set_timer(patience);
}

void cn_rescue_end_in_time(void) { set_timer(0); }
