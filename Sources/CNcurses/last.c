#include "shim.h"

static int collect(int byte) { return putc(byte, stdout); }

void cn_send_last(const char *text, attr_t attributes, short pair) {
  tputs(tiparm(cursor_address, cn_rows() - 1, cn_columns() - 1), 1, collect);
  vid_puts(attributes, pair, NULL, collect);
  fputs(text, stdout);
  vid_puts(A_NORMAL, 0, NULL, collect);
  tputs(tiparm(cursor_address, getcury(stdscr), getcurx(stdscr)), 1, collect);
  fflush(stdout);
}
