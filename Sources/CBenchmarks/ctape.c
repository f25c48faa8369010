#include "ctape.h"

#include <stdlib.h>
#include <string.h>

void ctape_open(ctape *tape, size_t capacity) {
  memset(tape, 0, sizeof *tape);
  tape->operation = malloc(capacity);
  tape->first = malloc(capacity * sizeof *tape->first);
  tape->second = malloc(capacity * sizeof *tape->second);
  tape->value = malloc(capacity * sizeof *tape->value);
  tape->adjoint = malloc(capacity * sizeof *tape->adjoint);
  tape->capacity = capacity;
  if (!tape->operation || !tape->first || !tape->second || !tape->value || !tape->adjoint) abort();
}

void ctape_close(ctape *tape) {
  free(tape->operation);
  free(tape->first);
  free(tape->second);
  free(tape->value);
  free(tape->adjoint);
}

double ctape_forward(ctape *tape, const double *parameters) {
  double *restrict value = tape->value;
  const uint8_t *operation = tape->operation;
  const uint32_t *a = tape->first, *b = tape->second;
  memcpy(value, parameters, tape->parameters * sizeof *value);
  size_t count = tape->count;
  for (size_t i = tape->leaves; i < count; i++) {
    switch (operation[i]) {
    case CTAPE_ADD: value[i] = value[a[i]] + value[b[i]]; break;
    case CTAPE_SUB: value[i] = value[a[i]] - value[b[i]]; break;
    case CTAPE_MUL: value[i] = value[a[i]] * value[b[i]]; break;
    case CTAPE_TANH: value[i] = tanh(value[a[i]]); break;
    case CTAPE_SIN: value[i] = sin(value[a[i]]); break;
    case CTAPE_RELU: value[i] = value[a[i]] > 0 ? value[a[i]] : 0; break;
    default: break;
    }
  }
  return value[count - 1];
}

void ctape_reverse(ctape *tape, double *gradient) {
  double *restrict adjoint = tape->adjoint;
  const double *value = tape->value;
  const uint8_t *operation = tape->operation;
  const uint32_t *a = tape->first, *b = tape->second;
  memset(adjoint, 0, tape->count * sizeof *adjoint);
  adjoint[tape->count - 1] = 1;
  for (size_t i = tape->count; i-- > tape->leaves;) {
    double g = adjoint[i];
    switch (operation[i]) {
    case CTAPE_ADD: adjoint[a[i]] += g; adjoint[b[i]] += g; break;
    case CTAPE_SUB: adjoint[a[i]] += g; adjoint[b[i]] -= g; break;
    case CTAPE_MUL: {
      double x = value[a[i]], y = value[b[i]];
      adjoint[a[i]] += g * y;
      adjoint[b[i]] += g * x;
      break;
    }
    case CTAPE_TANH: adjoint[a[i]] += g * (1 - value[i] * value[i]); break;
    case CTAPE_SIN: adjoint[a[i]] += g * cos(value[a[i]]); break;
    case CTAPE_RELU: if (value[a[i]] > 0) adjoint[a[i]] += g; break;
    default: break;
    }
  }
  memcpy(gradient, adjoint, tape->parameters * sizeof *gradient);
}
