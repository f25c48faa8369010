// Pairs of numbers, which every processor of 64 bits has registers for.
#include "kernels.h"

#define LANES 2
#define TILE_LOGARITHM 2
#define TILE_ROWS 4
#define TILE_VECTORS 2
#define KERNELS carrays_portable

#include "instances.h"
