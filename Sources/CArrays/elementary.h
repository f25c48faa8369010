// Functions of each number, a vector at a time.

/// Adding this rounds a number to a whole one, which then is in the lowest bits.
static const double rounder = 0x1.8p52;
/// ln 2 in two parts, of which the first has so few digits that its product with a whole number is exact.
static const double ln2_high = 0x1.62e42feep-1, ln2_low = 0x1.a39ef35793c76p-33;

/// 2ᵏ and exp(r) - 1, where x = k ln 2 + r and |r| <= ln 2 / 2, for |x| <= 708.
INLINE numbers exp_parts(numbers x, numbers *scale) {
  numbers shifted = x * 1.4426950408889634 + rounder;
  numbers k = shifted - rounder;
  numbers r = (x - k * ln2_high) - k * ln2_low;
  *scale = (numbers)(((words)shifted + 1023) << 52);
  // (exp(r) - 1 - r) / r², interpolated at Chebyshev's points.
  numbers q = r * 0x1.1f730349868cep-29 + 0x1.af4de97ca4194p-26;
  q = q * r + 0x1.27e4db646b17ep-22;
  q = q * r + 0x1.71de0231960ebp-19;
  q = q * r + 0x1.a01a01a6d889cp-16;
  q = q * r + 0x1.a01a01abe7fe1p-13;
  q = q * r + 0x1.6c16c16c162d4p-10;
  q = q * r + 0x1.11111111100dcp-7;
  q = q * r + 0x1.5555555555556p-5;
  q = q * r + 0x1.5555555555557p-3;
  q = q * r + 0.5;
  return q * (r * r) + r;
}

/// For |x| <= 708.
INLINE numbers exp_of(numbers x) {
  numbers scale, power = exp_parts(x, &scale);
  return scale * power + scale;
}

INLINE numbers magnitude(numbers x) { return (numbers)((words)x & INT64_MAX); }

/// e/(e + 2), where e = exp(2|x|) - 1.
INLINE numbers tanh_of(numbers x) {
  numbers y = magnitude(x);
  // From here on the tangent is 1.
  y = choose(y > 22, (numbers)44.0, y + y);
  numbers scale, power = exp_parts(y, &scale);
  numbers e = scale * power + (scale - 1);
  return (numbers)((words)(e / (e + 2)) | ((words)x & INT64_MIN));
}

/// For |x| <= 708.
INLINE numbers sigmoid_of(numbers x) {
  numbers e = exp_of(-magnitude(x));
  return choose(x < 0, e, (numbers)1.0) / (1 + e);
}

/// log(x) and a correction, for positive numbers that are not subnormal.
INLINE numbers log_of(numbers x, numbers correction) {
  // x = 2ᵏ (1 + f), where 1 + f is from √½ to √2; k is read in the lowest bits of a large number.
  words half_root = (words)(int64_t)0x3FE6A09E667F3BCD;
  words bits = (words)x + 0x3FF0000000000000 - half_root;
  words exponent = (words)((unsigned_words)bits >> 52);
  numbers k = (numbers)(exponent | 0x4330000000000000) - (0x1p52 + 1023);
  numbers f = (numbers)((bits & 0xFFFFFFFFFFFFF) + half_root) - 1;
  numbers s = f / (f + 2), z = s * s;
  // (log((1 + s) / (1 - s)) - 2s) / s³, interpolated at Chebyshev's points.
  numbers q = z * 0x1.0c04595972ab8p-3 + 0x1.0fbe83c2cbcf3p-3;
  q = q * z + 0x1.3b1c360763b8ap-3;
  q = q * z + 0x1.745cf901605f7p-3;
  q = q * z + 0x1.c71c720160b47p-3;
  q = q * z + 0x1.2492492476c87p-2;
  q = q * z + 0x1.9999999999a38p-2;
  q = q * z + 0x1.5555555555555p-1;
  // log(1 + f) = f - (f²/2 - s (f²/2 + z q)).
  numbers half = f * f * 0.5;
  return k * ln2_high - ((half - (s * (half + z * q) + (k * ln2_low + correction))) - f);
}

/// max(x, 0) + log(1 + exp(-|x|)), for |x| <= 708.
INLINE numbers softplus_of(numbers x) {
  numbers e = exp_of(-magnitude(x)), sum = 1 + e;
  return rectified(x) + log_of(sum, (e - (sum - 1)) / sum);
}

/// Applies a function to each vector of some numbers; what is beyond the last is taken as 1.
#define FOR_VECTORS(result)                             \
  do {                                                  \
    size_t i = 0;                                       \
    for (; i + LANES <= count; i += LANES) {            \
      numbers x = load(from + i);                       \
      store(to + i, result);                            \
    }                                                   \
    if (i < count) {                                    \
      numbers x = choose(lane_numbers() < (words)(int64_t)(count - i), load_some(from + i, count - i), (numbers)1.0); \
      store_some(to + i, result, count - i);            \
    }                                                   \
  } while (0)

/// Whether all numbers are from a least to a greatest one.
static bool are_within(size_t count, const double *x, double least, double greatest) {
  words outside = (words)(int64_t)0;
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) {
    numbers y = load(x + i);
    outside |= ~((y >= least) & (y <= greatest));
  }
  for (int lane = 0; lane < LANES; lane++)
    if (outside[lane]) return false;
  for (; i < count; i++)
    if (!(x[i] >= least && x[i] <= greatest)) return false;
  return true;
}

/// Numbers that are looked through, then computed while they are at hand.
#define STRIP 128

/// Replaces those outside of the range by 1.
static void tame(size_t count, const double *x, double least, double greatest, double *tamed) {
  for (size_t i = 0; i < count; i++) tamed[i] = x[i] >= least && x[i] <= greatest ? x[i] : 1;
}

static void map_strip(carrays_function function, size_t count, const double *from, double *to) {
  switch (function) {
  case CARRAYS_EXP: FOR_VECTORS(exp_of(x)); break;
  case CARRAYS_LOG: FOR_VECTORS(log_of(x, (numbers)0.0)); break;
  case CARRAYS_SIGMOID: FOR_VECTORS(sigmoid_of(x)); break;
  case CARRAYS_SOFTPLUS: FOR_VECTORS(softplus_of(x)); break;
  default: break;
  }
}

static void map(carrays_function function, size_t count, const double *from, double *to) {
  double least = function == CARRAYS_LOG ? 0x1p-1022 : -708;
  double greatest = function == CARRAYS_LOG ? 0x1.fffffffffffffp1023 : 708;
  switch (function) {
  case CARRAYS_IDENTITY: memmove(to, from, count * sizeof *to); return;
  case CARRAYS_RELU: FOR_VECTORS(rectified(x)); return;
  case CARRAYS_TANH: FOR_VECTORS(tanh_of(x)); return;
  case CARRAYS_SQRT: FOR_VECTORS(__builtin_elementwise_sqrt(x)); return;
  case CARRAYS_ABS: FOR_VECTORS(magnitude(x)); return;
  case CARRAYS_NEGATE: FOR_VECTORS(-x); return;
  case CARRAYS_EXP: case CARRAYS_LOG: case CARRAYS_SIGMOID: case CARRAYS_SOFTPLUS: break;
  }
  for (size_t i = 0; i < count; i += STRIP) {
    size_t strip = count - i < STRIP ? count - i : STRIP;
    if (are_within(strip, from + i, least, greatest)) {
      map_strip(function, strip, from + i, to + i);
    } else {
      double x[STRIP], tamed[STRIP];
      memcpy(x, from + i, strip * sizeof *x);
      tame(strip, x, least, greatest, tamed);
      map_strip(function, strip, tamed, to + i);
      for (size_t j = 0; j < strip; j++)
        if (!(x[j] >= least && x[j] <= greatest)) carrays_plain.map(function, 1, x + j, to + i + j);
    }
  }
}

/// f'(x), where y = f(x); that of softplus is given for x.
INLINE numbers slope(carrays_function function, numbers x, numbers y) {
  switch (function) {
  case CARRAYS_IDENTITY: return (numbers)1.0;
  case CARRAYS_RELU: return choose(y > 0, (numbers)1.0, (numbers)0.0);
  case CARRAYS_TANH: return 1 - y * y;
  case CARRAYS_SIGMOID: return y * (1 - y);
  case CARRAYS_EXP: return y;
  case CARRAYS_LOG: return 1 / x;
  case CARRAYS_SQRT: return 1 / (2 * y);
  case CARRAYS_SOFTPLUS: return x;
  case CARRAYS_ABS:
    return choose(x > 0, (numbers)1.0, choose(x < 0, (numbers)-1.0, (numbers)0.0));
  case CARRAYS_NEGATE: return (numbers)-1.0;
  }
}

INLINE void add_slopes(carrays_function function, size_t count, const double *x, const double *y,
                       const double *g, double *dx) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES)
    store(dx + i, load(dx + i) + load(g + i) * slope(function, load(x + i), load(y + i)));
  if (i == count) return;
  size_t rest = count - i;
  numbers last = slope(function, load_some(x + i, rest), load_some(y + i, rest));
  store_some(dx + i, load_some(dx + i, rest) + load_some(g + i, rest) * last, rest);
}

static void map_reverse(carrays_function function, size_t count, const double *x, const double *y,
                        const double *g, double *dx) {
  switch (function) {
#define CASE(name) case name: add_slopes(name, count, x, y, g, dx); return
  CASE(CARRAYS_IDENTITY);
  CASE(CARRAYS_RELU);
  CASE(CARRAYS_TANH);
  CASE(CARRAYS_SIGMOID);
  CASE(CARRAYS_EXP);
  CASE(CARRAYS_LOG);
  CASE(CARRAYS_SQRT);
  CASE(CARRAYS_ABS);
  CASE(CARRAYS_NEGATE);
#undef CASE
  case CARRAYS_SOFTPLUS: break;
  }
  for (size_t i = 0; i < count; i += STRIP) {
    size_t strip = count - i < STRIP ? count - i : STRIP;
    double slopes[STRIP];
    map(CARRAYS_SIGMOID, strip, x + i, slopes);
    add_slopes(CARRAYS_SOFTPLUS, strip, slopes, y + i, g + i, dx + i);
  }
}

INLINE void write_slopes(carrays_function function, size_t count, const double *h,
                         const double *dh, double *dz) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES)
    store(dz + i, load(dh + i) * slope(function, load(h + i), load(h + i)));
  if (i == count) return;
  numbers last = load_some(h + i, count - i);
  store_some(dz + i, load_some(dh + i, count - i) * slope(function, last, last), count - i);
}

static void activation_reverse(carrays_function function, size_t count, const double *h,
                               const double *dh, double *dz) {
  switch (function) {
  case CARRAYS_RELU: write_slopes(CARRAYS_RELU, count, h, dh, dz); return;
  case CARRAYS_TANH: write_slopes(CARRAYS_TANH, count, h, dh, dz); return;
  case CARRAYS_SIGMOID: write_slopes(CARRAYS_SIGMOID, count, h, dh, dz); return;
  default: memmove(dz, dh, count * sizeof *dz);
  }
}
