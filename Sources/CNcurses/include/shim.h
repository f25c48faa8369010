#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <wchar.h>

/* What Swift cannot see: macros, mutable globals, and wide cells. */

static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_reverse = A_REVERSE;
static const attr_t cn_underline = A_UNDERLINE;

/* Of every way that a terminal has to move the cursor curses writes the text and counts its bytes, at each move of each
 * frame; moving by the address alone takes a few bytes more and a tenth of the time of a key less. */
static inline void cn_move_by_address(void) {
  if (!cursor_address) return;
  row_address = column_address = NULL;
  parm_up_cursor = parm_down_cursor = parm_left_cursor = parm_right_cursor = NULL;
}

static inline SCREEN *cn_open(const char *type) {
  SCREEN *screen = newterm(type, stdout, stdin);
  if (screen) cn_move_by_address();
  return screen;
}
static inline int cn_colors(void) { return COLORS; }
static inline int cn_rows(void) { return getmaxy(stdscr); }
static inline int cn_columns(void) { return getmaxx(stdscr); }
static inline void cn_repaint_whole(void) { clearok(curscr, TRUE); }
/* Sends every row anew with the next refresh, without clearing the screen first. */
static inline void cn_forget_rows(void) { redrawwin(stdscr); }
static inline const char *cn_codeset(void) { return nl_langinfo(CODESET); }

/* The C library declares it only to those who ask for X/Open. */
int wcwidth(wchar_t character);
static inline int cn_width(wchar_t character) { return wcwidth(character); }

/* Waits until one of two files can be read, for ever where the time is negative.
 * Returns the place of the first that can, from 1, 0 when the time is up, -1 on failure. */
static inline int cn_wait(int first, int second, int milliseconds) {
  struct pollfd sources[] = {{.fd = first, .events = POLLIN}, {.fd = second, .events = POLLIN}};
  int count = poll(sources, 2, milliseconds);
  return count <= 0 ? count : sources[0].revents ? 1 : 2;
}

/* Waits until a file can be read; 0 when the time is up. */
static inline int cn_wait_for_input(int file, int milliseconds) {
  struct pollfd source = {.fd = file, .events = POLLIN};
  return poll(&source, 1, milliseconds);
}

/* The names of terminfo in the order of a compiled entry; NULL after the last. */
static inline const char *cn_flag_name(int index) { return boolnames[index]; }
static inline const char *cn_number_name(int index) { return numnames[index]; }
static inline const char *cn_string_name(int index) { return strnames[index]; }

static inline int cn_window_size(int terminal, struct winsize *size) {
  return ioctl(terminal, TIOCGWINSZ, size);
}

/* `text` ends with 0 and holds one spacing character, then combining ones. */
static inline int cn_put(int row, int column, const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return ERR;
  return mvadd_wch(row, column, &cell);
}

/* A cell of one spacing character. */
typedef struct {
  wchar_t scalar;
  attr_t attributes;
  short pair;
} cn_cell;

/* Puts cells beside each other, each of one column. */
void cn_put_cells(int row, int column, const cn_cell *cells, int count);

/* Whether a character in the last column waits there for the next one. */
static inline bool cn_margin_waits(void) { return eat_newline_glitch; }

/* Sends the last cell of the screen, and takes the cursor back; `text` ends with 0. */
void cn_send_last(const char *text, attr_t attributes, short pair);

#endif
