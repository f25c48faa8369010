#include "rescue.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

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

/* All other signals wait meanwhile, SIGTTOU among them: a process in the background may restore. */
int cn_rescue_handle(int number, void (*handler)(int), int once, struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK | (once ? (int)SA_RESETHAND : SA_RESTART);
  sigfillset(&action.sa_mask);
  return sigaction(number, &action, previous);
}

int cn_rescue_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* A terminal that takes no bytes must not keep the process from ending, hence the poll. */
static int give_back(void) {
  if (!rescue.is_armed) return 0;
  rescue.is_armed = 0;
  struct pollfd ready = {.fd = rescue.output, .events = POLLOUT};
  if (poll(&ready, 1, 100) == 1 && (ready.revents & POLLOUT)) {
    ssize_t written = write(rescue.output, rescue.bytes, rescue.byte_count);
    (void)written;
  }
  tcsetattr(rescue.input, TCSANOW, &rescue.mode);
  return 1;
}

void cn_rescue_at_exit(void) { give_back(); }

/* SA_RESETHAND has restored the default action: the signal raised here ends the process on return. */
void cn_rescue_end(int number) {
  give_back();
  raise(number);
}

void cn_rescue_fault(int number) {
  if (give_back()) {
    ssize_t written = write(STDERR_FILENO, rescue.line, rescue.line_length);
    (void)written;
  }
  raise(number);
}

void cn_rescue_wake(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(rescue.wake, &byte, 1);
  (void)written;
  errno = error;
}
