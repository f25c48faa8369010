// Products in tiles of TILE_ROWS rows and up to TILE_VECTORS vectors, whose sums stay in registers.

/// So many rows of B are copied at a time to where they lie side by side.
#define BLOCK 256

/// A tile's place in a product.
struct tile {
  size_t k;
  const double *a;
  size_t a_row, a_column;
  const double *b;
  size_t ldb;
  double *c;
  size_t ldc;
  /// The columns of the last vector.
  size_t last;
  bool begins_with_c;
  /// What is added to each row, or null.
  const double *bias;
  bool rectifies;
};

/// `is_whole` says that the last vector of a row of B may be read to its end.
INLINE void multiply_tile(const size_t rows, const size_t vectors, const bool is_whole,
                          const struct tile *tile) {
  numbers sum[TILE_ROWS][TILE_VECTORS];
  size_t k = tile->k, a_row = tile->a_row, a_column = tile->a_column, ldb = tile->ldb;
  const double *a = tile->a, *b = tile->b;
  double *c = tile->c;
  size_t last = tile->last, ldc = tile->ldc;
#pragma clang loop unroll(full)
  for (size_t i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++)
      sum[i][v] = !tile->begins_with_c ? (numbers)0.0
                  : v + 1 < vectors ? load(c + i * ldc + v * LANES)
                                    : load_some(c + i * ldc + v * LANES, last);
  for (size_t p = 0; p < k; p++) {
    numbers right[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++)
      right[v] = is_whole || v + 1 < vectors ? load(b + v * LANES)
                                             : load_some(b + v * LANES, last);
#pragma clang loop unroll(full)
    for (size_t i = 0; i < rows; i++) {
      numbers left = (numbers)a[i * a_row];
#pragma clang loop unroll(full)
      for (size_t v = 0; v < vectors; v++) sum[i][v] += left * right[v];
    }
    a += a_column;
    b += ldb;
  }
#pragma clang loop unroll(full)
  for (size_t v = 0; v < vectors; v++) {
    size_t count = v + 1 < vectors ? LANES : last;
    numbers bias = tile->bias ? load_some(tile->bias + v * LANES, count) : (numbers)0.0;
#pragma clang loop unroll(full)
    for (size_t i = 0; i < rows; i++) {
      numbers result = tile->bias ? sum[i][v] + bias : sum[i][v];
      if (tile->rectifies) result = rectified(result);
      if (v + 1 < vectors) store(c + i * ldc + v * LANES, result);
      else store_some(c + i * ldc + v * LANES, result, last);
    }
  }
}

typedef void (*tile_function)(const struct tile *);

#define TILE(rows, vectors)                                               \
  static void multiply_##rows##_##vectors(const struct tile *tile) {      \
    multiply_tile(rows, vectors, false, tile);                            \
  }                                                                       \
  static void multiply_whole_##rows##_##vectors(const struct tile *tile) { \
    multiply_tile(rows, vectors, true, tile);                             \
  }

#if TILE_VECTORS == 3
#define TILES_OF(rows) TILE(rows, 1) TILE(rows, 2) TILE(rows, 3)
#define TILES(rows)                                                                    \
  {                                                                                    \
    {multiply_##rows##_1, multiply_##rows##_2, multiply_##rows##_3},                   \
    {multiply_whole_##rows##_1, multiply_whole_##rows##_2, multiply_whole_##rows##_3}, \
  }
#else
#define TILES_OF(rows) TILE(rows, 1) TILE(rows, 2)
#define TILES(rows)                                      \
  {                                                      \
    {multiply_##rows##_1, multiply_##rows##_2},          \
    {multiply_whole_##rows##_1, multiply_whole_##rows##_2}, \
  }
#endif

TILES_OF(1) TILES_OF(2) TILES_OF(4)
#if TILE_ROWS == 8
TILES_OF(8)
#endif

/// By the binary logarithm of their rows, whether they are whole, and their vectors less 1.
static const tile_function tiles[][2][TILE_VECTORS] = {
    TILES(1),
    TILES(2),
    TILES(4),
#if TILE_ROWS == 8
    TILES(8),
#endif
};

/// Copies some rows and columns of B to where a row has `vectors` whole vectors.
static void pack(const struct product *product, size_t row, size_t rows, size_t column,
                 size_t columns, size_t vectors, double *panel) {
  size_t width = vectors * LANES, ldb = product->ldb;
  if (columns < width)
    for (size_t p = 0; p < rows; p++) memset(panel + p * width + columns, 0, (width - columns) * sizeof *panel);
  if (product->is_b_transposed) {
    for (size_t j = 0; j < columns; j++) {
      const double *b = product->b + (column + j) * ldb + row;
      for (size_t p = 0; p < rows; p++) panel[p * width + j] = b[p];
    }
  } else {
    const double *b = product->b + row * ldb + column;
    size_t last = columns - (vectors - 1) * LANES;
    for (size_t p = 0; p < rows; p++) {
      for (size_t v = 0; v + 1 < vectors; v++)
        store(panel + p * width + v * LANES, load(b + p * ldb + v * LANES));
      store_some(panel + p * width + (vectors - 1) * LANES, load_some(b + p * ldb + (vectors - 1) * LANES, last), last);
    }
  }
}

/// Computes some rows of a panel of columns.
static void multiply_panel(const struct product *product, size_t first, size_t end, size_t column,
                           size_t columns, bool packs) {
  double panel[BLOCK * TILE_VECTORS * LANES] __attribute__((aligned(64)));
  size_t vectors = (columns + LANES - 1) / LANES, k = product->k;
  struct tile tile = {
      .a_row = product->a_row, .a_column = product->a_column, .ldc = product->ldc,
      .last = columns - (vectors - 1) * LANES, .begins_with_c = product->accumulates};
  size_t p = 0;
  do {
    tile.k = packs && k - p > BLOCK ? BLOCK : k - p;
    if (packs) {
      pack(product, p, tile.k, column, columns, vectors, panel);
      tile.b = panel;
      tile.ldb = vectors * LANES;
    } else {
      tile.b = product->b + column;
      tile.ldb = product->ldb;
    }
    bool is_last = p + tile.k == k;
    tile.bias = is_last && product->bias ? product->bias + column : NULL;
    tile.rectifies = is_last && product->function == CARRAYS_RELU;
    size_t i = first;
    for (int size = TILE_LOGARITHM; size >= 0; size--)
      for (; i + ((size_t)1 << size) <= end; i += (size_t)1 << size) {
        tile.a = product->a + i * tile.a_row + p * tile.a_column;
        tile.c = product->c + i * tile.ldc + column;
        tiles[size][packs || tile.last == LANES][vectors - 1](&tile);
      }
    p += tile.k;
    tile.begins_with_c = true;
  } while (p < k);
}

/// Matrix times vector, each row in several partial sums.
static void multiply_vector(const struct product *product, size_t first, size_t end) {
  for (size_t i = first; i < end; i++) {
    double *c = product->c + i * product->ldc;
    double result = sum_of_products(product->k, product->a + i * product->a_row, product->b);
    if (product->accumulates) result += *c;
    if (product->bias) result += *product->bias;
    *c = product->function == CARRAYS_RELU && result <= 0 ? 0 : result;
  }
}

static void multiply(const struct product *product, struct part part) {
  size_t tiles = (product->m + TILE_ROWS - 1) / TILE_ROWS;
  size_t first = part.row * tiles / part.rows * TILE_ROWS;
  size_t end = (part.row + 1) * tiles / part.rows * TILE_ROWS;
  if (end > product->m) end = product->m;
  if (product->n == 1 && product->a_column == 1 && (product->ldb == 1 || product->is_b_transposed)) {
    multiply_vector(product, first, end);
  } else {
    size_t vectors = (product->n + LANES - 1) / LANES;
    size_t panels = (vectors + TILE_VECTORS - 1) / TILE_VECTORS;
    bool packs = product->is_b_transposed
                 || (product->m > 4 * TILE_ROWS && product->k * product->n > 4096);
    for (size_t panel = part.column * panels / part.columns;
         panel < (part.column + 1) * panels / part.columns; panel++) {
      size_t column = panel * vectors / panels * LANES;
      size_t next = (panel + 1) * vectors / panels * LANES;
      if (next > product->n) next = product->n;
      multiply_panel(product, first, end, column, next - column, packs);
    }
  }
  if (product->function == CARRAYS_TANH || product->function == CARRAYS_SIGMOID) {
    size_t vectors = (product->n + LANES - 1) / LANES;
    size_t panels = (vectors + TILE_VECTORS - 1) / TILE_VECTORS;
    size_t column = part.column * panels / part.columns * vectors / panels * LANES;
    size_t next = (part.column + 1) * panels / part.columns * vectors / panels * LANES;
    if (next > product->n) next = product->n;
    if (column == 0 && next == product->ldc) {
      double *c = product->c + first * product->ldc;
      map(product->function, (end - first) * next, c, c);
    } else {
      for (size_t i = first; i < end; i++) {
        double *c = product->c + i * product->ldc + column;
        map(product->function, next - column, c, c);
      }
    }
  }
}
