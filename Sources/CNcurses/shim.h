#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/* What Swift cannot see: macros, mutable globals, and wide cells. */

static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_reverse = A_REVERSE;
static const attr_t cn_underline = A_UNDERLINE;

static inline SCREEN *cn_open(void) { return newterm(NULL, stdout, stdin); }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_rows(void) { return getmaxy(stdscr); }
static inline int cn_columns(void) { return getmaxx(stdscr); }
static inline void cn_repaint_whole(void) { clearok(curscr, TRUE); }
static inline const char *cn_codeset(void) { return nl_langinfo(CODESET); }
static inline int cn_width(wchar_t character) { return wcwidth(character); }

static inline int cn_window_size(int terminal, struct winsize *size) {
  return ioctl(terminal, TIOCGWINSZ, size);
}

/* `text` ends with 0 and holds one spacing character, then combining ones. */
static inline int cn_put(int row, int column, const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return ERR;
  return mvadd_wch(row, column, &cell);
}

/* Signal handlers. They call nothing but async-signal-safe functions, on memory written before they
   are installed. This state exists once for each Swift file that calls the functions below, therefore
   one file alone may call them. */

struct cn_rescue {
  volatile sig_atomic_t is_armed;
  int input, output, wake;
  struct termios mode;
  char bytes[512], line[256];
  size_t byte_count, line_length;
};

/* In a function, because Swift links no variable of a header. */
static inline struct cn_rescue *cn_rescue_state(void) {
  static struct cn_rescue state;
  return &state;
}

static inline void cn_rescue_arm(int is_armed) { cn_rescue_state()->is_armed = is_armed; }

/* Notes how the terminal is given back; -1 if its mode cannot be read or the bytes are too many. */
static inline int cn_rescue_prepare(
    int input, int output, int wake, const char *bytes, size_t byte_count, const char *line,
    size_t line_length) {
  struct cn_rescue *rescue = cn_rescue_state();
  if (byte_count > sizeof rescue->bytes || line_length > sizeof rescue->line) return -1;
  rescue->input = input;
  rescue->output = output;
  rescue->wake = wake;
  memcpy(rescue->bytes, bytes, byte_count);
  rescue->byte_count = byte_count;
  memcpy(rescue->line, line, line_length);
  rescue->line_length = line_length;
  return tcgetattr(input, &rescue->mode);
}

/* A terminal that takes no bytes must not keep the process from ending, hence the poll. */
static inline int cn_rescue_give_back(void) {
  struct cn_rescue *rescue = cn_rescue_state();
  if (!rescue->is_armed) return 0;
  rescue->is_armed = 0;
  struct pollfd ready = {.fd = rescue->output, .events = POLLOUT};
  if (poll(&ready, 1, 100) == 1 && (ready.revents & POLLOUT)) {
    ssize_t written = write(rescue->output, rescue->bytes, rescue->byte_count);
    (void)written;
  }
  tcsetattr(rescue->input, TCSANOW, &rescue->mode);
  return 1;
}

static inline void cn_rescue_at_exit(void) { cn_rescue_give_back(); }

/* SA_RESETHAND has restored the default action: the signal raised here ends the process on return. */
static inline void cn_rescue_end(int number) {
  cn_rescue_give_back();
  raise(number);
}

static inline void cn_rescue_fault(int number) {
  struct cn_rescue *rescue = cn_rescue_state();
  if (cn_rescue_give_back()) {
    ssize_t written = write(STDERR_FILENO, rescue->line, rescue->line_length);
    (void)written;
  }
  raise(number);
}

static inline void cn_rescue_wake(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(cn_rescue_state()->wake, &byte, 1);
  (void)written;
  errno = error;
}

/* With the other signals blocked, SIGTTOU among them: a process in the background may restore. */
static inline int cn_rescue_handle(
    int number, void (*handler)(int), int once, struct sigaction *previous) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK | (once ? (int)SA_RESETHAND : SA_RESTART);
  sigfillset(&action.sa_mask);
  return sigaction(number, &action, previous);
}

static inline int cn_rescue_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* A stack of its own, so that an overflow of the stack can be handled. */
static inline int cn_rescue_use_own_stack(void) {
  static char stack[1 << 16];
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  return sigaltstack(&own, NULL);
}

#endif
