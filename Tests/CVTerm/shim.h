#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
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

static inline int cv_resize(int terminal, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

/* A descriptor that becomes readable when the process ends. */
static inline int cv_process(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

static inline bool cv_exited(int status) { return WIFEXITED(status); }
static inline int cv_exit_code(int status) { return WEXITSTATUS(status); }
static inline int cv_signal(int status) { return WTERMSIG(status); }

static inline short cv_setsid(void) { return 0x80; /* POSIX_SPAWN_SETSID, only with _GNU_SOURCE */ }

#endif
