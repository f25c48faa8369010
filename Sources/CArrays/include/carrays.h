// Arrays of doubles, row by row: products, layers, elementwise functions, softmax and sums.
//
// A matrix is a pointer to its first number and the distance from one row to the next, its leading dimension (`lda` of
// A), which is at least its number of columns. What is written may overlap nothing that is read unless it says so. An
// array without numbers may be a null pointer.
//
// The widest instructions of the processor are chosen when the first of these functions runs, and large arrays are
// divided among its cores. Results do not depend on the number of threads. Products of at most 1,024 multiplications
// and functions of less than 32 numbers are computed one after the other as one would write it, by the C library's
// functions: to the last digit what single numbers give.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Instructions and threads

/// Instructions, from those that every processor has to the widest; the first is plain C with the library's functions.
typedef enum {
  CARRAYS_PLAIN,
  CARRAYS_PORTABLE,
  CARRAYS_AVX2,
  CARRAYS_AVX512,
} carrays_instructions;

/// The widest that this processor has.
carrays_instructions carrays_widest(void);

/// Lets what this thread calls use certain instructions, small arrays too, instead of choosing; they have to be there.
void carrays_force(carrays_instructions instructions);

/// Takes back `carrays_force` on this thread.
void carrays_choose(void);

/// Lets what this thread calls use so many threads at most; 0 is one for each core.
void carrays_limit_threads(int count);

// MARK: Products

/// C = A B, or C += A B: A is m×k, B is k×n, C is m×n.
///
/// Each number of C is the sum of its products in their order, beginning with what is there if it accumulates, but for
/// matrix times vector, which has several partial sums. Wide instructions round a product and its sum once.
void carrays_multiply(size_t m, size_t n, size_t k, const double *a, size_t lda, const double *b,
                      size_t ldb, double *c, size_t ldc, bool accumulates);

/// C = A' B, or C += A' B: A is k×m, B is k×n, C is m×n.
void carrays_multiply_transposed_left(size_t m, size_t n, size_t k, const double *a, size_t lda,
                                      const double *b, size_t ldb, double *c, size_t ldc,
                                      bool accumulates);

/// C = A B', or C += A B': A is m×k, B is n×k, C is m×n.
void carrays_multiply_transposed_right(size_t m, size_t n, size_t k, const double *a, size_t lda,
                                       const double *b, size_t ldb, double *c, size_t ldc,
                                       bool accumulates);

// MARK: Layers

/// Functions of each number; of the first four the derivative follows from the result.
typedef enum {
  CARRAYS_IDENTITY,
  CARRAYS_RELU,
  CARRAYS_TANH,
  CARRAYS_SIGMOID,
  CARRAYS_EXP,
  CARRAYS_LOG,
  CARRAYS_SQRT,
  CARRAYS_SOFTPLUS,
  CARRAYS_ABS,
  CARRAYS_NEGATE,
} carrays_function;

/// H = f(X W + b): X is m×k, W is k×n, b has n numbers or is null, H is m×n.
void carrays_dense(size_t m, size_t n, size_t k, const double *x, size_t ldx, const double *w,
                   size_t ldw, const double *b, carrays_function f, double *h, size_t ldh);

/// dZ = dH f'(Z), where f' is computed from H and f is one of the first four; dZ may be dH itself, of the same leading dimension.
void carrays_activation_reverse(size_t m, size_t n, carrays_function f, const double *h,
                                size_t ldh, const double *dh, size_t lddh, double *dz, size_t lddz);

// MARK: Functions of each number

/// yᵢ = f(xᵢ), within 3 units in the last place, exp and log within 1; y may be x itself.
void carrays_map(carrays_function f, size_t count, const double *x, double *y);

/// dxᵢ += gᵢ f'(xᵢ), where yᵢ = f(xᵢ).
void carrays_map_reverse(carrays_function f, size_t count, const double *x, const double *y,
                         const double *g, double *dx);

typedef enum {
  CARRAYS_ADD,
  CARRAYS_SUBTRACT,
  CARRAYS_MULTIPLY,
  CARRAYS_DIVIDE,
} carrays_operation;

/// C = A ∘ B for each cell of m×n, or C += A ∘ B. An operand's number for a cell lies `row` times its row's index and
/// `column` times its column's index from its first: a step of 0 repeats what is there.
typedef struct {
  const double *numbers;
  size_t row;
  size_t column;
} carrays_operand;

void carrays_combine(carrays_operation operation, size_t m, size_t n, carrays_operand a,
                     carrays_operand b, double *c, size_t ldc, bool accumulates);

/// yᵢ += s xᵢ
void carrays_add_scaled(size_t count, double s, const double *x, double *y);

// MARK: Sums

/// The sum; of more than 32 numbers in eight partial sums, the same on every processor.
double carrays_sum(size_t count, const double *x);

/// The sum of each of m rows, or its addition to what is there; each row's as `carrays_sum` computes it.
void carrays_row_sums(size_t m, size_t n, const double *a, size_t lda, double *sums,
                      bool accumulates);

/// The sum of each of n columns, row after row, or its addition to what is there.
void carrays_column_sums(size_t m, size_t n, const double *a, size_t lda, double *sums,
                         bool accumulates);

// MARK: Softmax

/// P = softmax(Z) for each row; P may be Z, of the same leading dimension.
void carrays_softmax(size_t m, size_t n, const double *z, size_t ldz, double *p, size_t ldp);

/// The logarithm of the sum of the exponentials of each row; of no numbers it is -inf.
void carrays_logsumexp(size_t m, size_t n, const double *z, size_t ldz, double *logarithms);

/// dZ += P (G - sum(P G)) for each row.
void carrays_softmax_reverse(size_t m, size_t n, const double *p, size_t ldp, const double *g,
                             size_t ldg, double *dz, size_t lddz);

/// What each row of a matrix of m×n should be: its class, below n, or the share of each class.
typedef struct {
  /// A class for each row; or null, and the shares say it.
  const size_t *classes;
  const double *shares;
  /// The leading dimension of the shares.
  size_t ldshares;
} carrays_targets;

/// The sum over the rows of the cross-entropy of softmax(Z).
double carrays_cross_entropy(size_t m, size_t n, const double *z, size_t ldz,
                             carrays_targets targets);

/// dZ += s (P t - Y), where P = softmax(Z), Y are the shares, and t is the sum of a row of them.
void carrays_cross_entropy_reverse(size_t m, size_t n, double s, const double *p, size_t ldp,
                                   carrays_targets targets, double *dz, size_t lddz);

#ifdef __cplusplus
}
#endif
