// The functions for one set of instructions; the file that includes this one has set LANES, the tiles and KERNELS.
#include "vectors.h"

#include "elementary.h"
#include "rows.h"
#include "products.h"

const struct kernels KERNELS = {
    .tile_rows = TILE_ROWS,
    .tile_columns = TILE_VECTORS * LANES,
    .multiply = multiply,
    .map = map,
    .map_reverse = map_reverse,
    .activation_reverse = activation_reverse,
    .combine = combine,
    .add_scaled = add_scaled,
    .sum = sum,
    .column_sums = column_sums,
    .largest = largest,
};
