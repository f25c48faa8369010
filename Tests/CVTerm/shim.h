#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

/* What Swift cannot see: bit fields, unions, macros. */

struct cv_cell {
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  int width;
  /* Numbers in the terminal's palette; -1 is its default, -2 a colour outside. */
  int foreground, background;
  bool is_bold, is_reverse, is_underlined;
};

static inline int cv_color(const VTermColor *color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : -2;
}

static inline struct cv_cell cv_cell_at(const VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  struct cv_cell seen = {.width = 0};
  if (!vterm_screen_get_cell(screen, (VTermPos){.row = row, .col = column}, &cell)) return seen;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) seen.characters[i] = cell.chars[i];
  seen.width = cell.width;
  seen.foreground = cv_color(&cell.fg);
  seen.background = cv_color(&cell.bg);
  seen.is_bold = cell.attrs.bold;
  seen.is_reverse = cell.attrs.reverse;
  seen.is_underlined = cell.attrs.underline != VTERM_UNDERLINE_OFF;
  return seen;
}

static inline bool cv_boolean(const VTermValue *value) { return value->boolean; }

static inline VTermPos cv_cursor(VTerm *emulator) {
  VTermPos position;
  vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position);
  return position;
}

/* Whether text written now would have no colour and no attribute. */
static inline bool cv_pen_is_plain(VTerm *emulator) {
  static const VTermAttr attributes[] = {
    VTERM_ATTR_BOLD, VTERM_ATTR_UNDERLINE, VTERM_ATTR_ITALIC, VTERM_ATTR_BLINK, VTERM_ATTR_REVERSE,
  };
  VTermState *state = vterm_obtain_state(emulator);
  VTermValue value;
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
    value.number = 0;
    vterm_state_get_penattr(state, attributes[i], &value);
    if (value.number != 0) return false;
  }
  vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &value);
  if (cv_color(&value.color) != -1) return false;
  vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &value);
  return cv_color(&value.color) == -1;
}

/* What `unlockpt` and `ptsname` do, which the C library shows only to those who ask for them. */
static inline int cv_near_end(int far_end, char *path, size_t size) {
  int number = 0, unlocked = 0;
  if (ioctl(far_end, TIOCSPTLCK, &unlocked) != 0 || ioctl(far_end, TIOCGPTN, &number) != 0) return -1;
  return snprintf(path, size, "/dev/pts/%d", number);
}

struct cv_mode {
  tcflag_t flags[4];
  cc_t characters[NCCS];
};

static inline struct cv_mode cv_mode(int terminal) {
  struct termios now;
  struct cv_mode mode = {.flags = {0}};
  if (tcgetattr(terminal, &now) != 0) return mode;
  tcflag_t flags[4] = {now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag};
  memcpy(mode.flags, flags, sizeof flags);
  memcpy(mode.characters, now.c_cc, sizeof now.c_cc);
  return mode;
}

static inline int cv_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

/* How large the files of a running process may grow; a negative number lifts the limit. */
static inline int cv_limit_files(pid_t process, long long bytes) {
  const unsigned long long limit[2] = {(unsigned long long)bytes, ~0ULL};
  return (int)syscall(SYS_prlimit64, process, RLIMIT_FSIZE, limit, NULL);
}

/* A descriptor that becomes readable when the process ends. */
static inline int cv_process(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

static inline bool cv_exited(int status) { return WIFEXITED(status); }
static inline int cv_exit_code(int status) { return WEXITSTATUS(status); }
static inline int cv_signal(int status) { return WTERMSIG(status); }

/* The C library shows the name only to those who ask for GNU extensions. */
#ifdef POSIX_SPAWN_SETSID
static const short cv_spawn_setsid = POSIX_SPAWN_SETSID;
#else
static const short cv_spawn_setsid = 0x80;
#endif

#endif
