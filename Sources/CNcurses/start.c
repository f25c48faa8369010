#define _GNU_SOURCE
#include "start.h"
#include "rescue.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

static int argument_count;
static char **arguments;

int cn_argument_count(void) { return argument_count; }
const char *cn_argument(int index) { return arguments[index]; }

/* Nothing that is opened later may get the number of a standard stream; this one can be neither read nor written. */
static void hold_standard_streams(void) {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
    if (fcntl(file, F_GETFD) < 0 && errno == EBADF) {
      int held = open("/", O_PATH);
      (void)held;
    }
  }
}

/* Before the Swift runtime's own initializers, one of which looks for its backtracer by /proc and aborts without it. */
__attribute__((constructor(101))) static void start(int count, char **words) {
  argument_count = count;
  arguments = words;
  hold_standard_streams();
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_BACKTRACE", "swift-backtrace=/", 1);
  cn_rescue_use_own_stack();
  cn_watch_for_shortages();
}

/* Deep formulas need a megabyte; an overflow of more is a fault of our own. */
static const rlim_t enough_stack = 4 << 20;

/* How far below the stack's end a function may reach at once. */
static const uintptr_t reach = 256 << 10;

static int is_near_stack(const siginfo_t *info, const void *context) {
#if defined(__x86_64__)
  uintptr_t top = ((const ucontext_t *)context)->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
  uintptr_t top = ((const ucontext_t *)context)->uc_mcontext.sp;
#else
  return 0;
#endif
  uintptr_t place = (uintptr_t)info->si_addr;
  return place - top + reach < 2 * reach;
}

const char *cn_shortage(int number, const siginfo_t *info, const void *context) {
  /* An allocation that fails leaves its number behind, and whoever cannot go on without it traps at once. */
  int is_trap = number == SIGILL || number == SIGTRAP || number == SIGABRT;
  if (errno == ENOMEM && is_trap && info->si_code != SI_USER) {
    return "backprop: there is not enough memory; give it more (ulimit -v), or a smaller graph\n";
  }
  struct rlimit limit;
  if (number == SIGSEGV && info->si_code > 0 && is_near_stack(info, context)
      && getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < enough_stack) {
    return "backprop: the stack is too small; give it more (ulimit -s 8192)\n";
  }
  return NULL;
}

static struct sigaction former[NSIG];

/* A fault of our own goes the former way: what faulted is done again, or the signal is sent again. */
static void fault(int number, siginfo_t *info, void *context) {
  const char *line = cn_shortage(number, info, context);
  if (line) {
    ssize_t written = write(STDERR_FILENO, line, strlen(line));
    (void)written;
    _exit(CN_STARVED);
  }
  sigaction(number, &former[number], NULL);
  if (info->si_code <= 0) raise(number);
}

void cn_watch_for_shortages(void) {
  static const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
    struct sigaction present;
    if (sigaction(faults[i], NULL, &present) != 0 || present.sa_sigaction == fault) continue;
    former[faults[i]] = present;
    cn_rescue_handle(faults[i], fault, 0, NULL);
  }
}

/* The kernel sends the signal to the process that writes, in its own name. */
static void file_limit(int number, siginfo_t *info, void *context) {
  if (info->si_code == SI_USER && info->si_pid == getpid()) return;
  signal(number, SIG_DFL);
  cn_rescue_end(number, info, context);
}

void cn_outlive_file_limit(void) {
  if (!cn_rescue_is_ignored(SIGXFSZ)) cn_rescue_handle(SIGXFSZ, file_limit, 0, NULL);
}
