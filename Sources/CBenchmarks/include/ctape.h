// A tape as one writes it in C: the reference that the engine is measured against.
#pragma once

#include <math.h>
#include <stddef.h>
#include <stdint.h>

enum { CTAPE_LEAF, CTAPE_ADD, CTAPE_SUB, CTAPE_MUL, CTAPE_TANH, CTAPE_SIN, CTAPE_RELU };

/// Operations as a structure of arrays; parameters come first, then numbers.
typedef struct {
  uint8_t *operation;
  uint32_t *first;
  uint32_t *second;
  double *value;
  double *adjoint;
  size_t count;
  size_t capacity;
  size_t parameters;
  size_t leaves;
} ctape;

void ctape_open(ctape *tape, size_t capacity);
void ctape_close(ctape *tape);
double ctape_forward(ctape *tape, const double *parameters);
void ctape_reverse(ctape *tape, double *gradient);

/// Appends an operation and computes its value; the capacity must suffice.
static inline uint32_t ctape_push(ctape *tape, uint8_t operation, uint32_t a, uint32_t b,
                                  double value) {
  size_t index = tape->count++;
  tape->operation[index] = operation;
  tape->first[index] = a;
  tape->second[index] = b;
  tape->value[index] = value;
  return (uint32_t)index;
}

static inline uint32_t ctape_leaf(ctape *tape, double value) {
  tape->leaves = tape->count + 1;
  return ctape_push(tape, CTAPE_LEAF, 0, 0, value);
}

static inline uint32_t ctape_add(ctape *tape, uint32_t a, uint32_t b) {
  return ctape_push(tape, CTAPE_ADD, a, b, tape->value[a] + tape->value[b]);
}

static inline uint32_t ctape_sub(ctape *tape, uint32_t a, uint32_t b) {
  return ctape_push(tape, CTAPE_SUB, a, b, tape->value[a] - tape->value[b]);
}

static inline uint32_t ctape_mul(ctape *tape, uint32_t a, uint32_t b) {
  return ctape_push(tape, CTAPE_MUL, a, b, tape->value[a] * tape->value[b]);
}

static inline uint32_t ctape_tanh(ctape *tape, uint32_t a) {
  return ctape_push(tape, CTAPE_TANH, a, a, tanh(tape->value[a]));
}

static inline uint32_t ctape_sin(ctape *tape, uint32_t a) {
  return ctape_push(tape, CTAPE_SIN, a, a, sin(tape->value[a]));
}

static inline uint32_t ctape_relu(ctape *tape, uint32_t a) {
  return ctape_push(tape, CTAPE_RELU, a, a, tape->value[a] > 0 ? tape->value[a] : 0);
}
