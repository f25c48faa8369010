#include "shim.h"

/* So many are put at once. */
enum { most = 128 };

void cn_put_cells(int row, int column, const cn_cell *cells, int count) {
  cchar_t line[most];
  for (int start = 0; start < count; start += most) {
    int part = count - start < most ? count - start : most;
    for (int i = 0; i < part; i++) {
      const cn_cell *cell = &cells[start + i];
      const wchar_t text[] = {cell->scalar, 0};
      setcchar(&line[i], text, cell->attributes, cell->pair, NULL);
    }
    mvadd_wchnstr(row, column + start, line, part);
  }
}
