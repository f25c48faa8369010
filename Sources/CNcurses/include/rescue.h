#ifndef CNCURSES_RESCUE_H
#define CNCURSES_RESCUE_H

#include <signal.h>
#include <stddef.h>

/* Gives a terminal back in the middle of anything. The handlers call nothing but async-signal-safe
   functions, on memory written before they are installed. They are compiled as C, and not inline,
   so that their memory exists once. */

typedef void cn_handler(int number, siginfo_t *info, void *context);

/* Notes how the terminal is given back; -1 if its mode cannot be read or the bytes are too many. */
int cn_rescue_prepare(
    int input, int output, int wake, const char *bytes, size_t byte_count, const char *line,
    size_t line_length);

/* Whether the terminal is in our hands. */
void cn_rescue_arm(int is_armed);

/* Provides a stack for handlers, so that an overflow of the stack can be handled. */
int cn_rescue_use_own_stack(void);

/* Installs a handler; `once` lets the signal's default action follow. */
int cn_rescue_handle(int number, cn_handler *handler, int once, struct sigaction *previous);
int cn_rescue_is_ignored(int number);

/* The least and the largest signals that are numbered and not named, those of the C library's own among them. */
int cn_least_numbered_signal(void);
int cn_largest_numbered_signal(void);

/* The handlers: for an end, for a fault of our own, and for what the process lives on after. */
void cn_rescue_end(int number, siginfo_t *info, void *context);
void cn_rescue_fault(int number, siginfo_t *info, void *context);
void cn_rescue_wake(int number, siginfo_t *info, void *context);
void cn_rescue_at_exit(void);

/* From now on until `cn_rescue_end_in_time` is called a terminal that takes nothing is waited for a second and no
   longer; then it is given back as far as it lets one, and what is still written to it goes nowhere. */
void cn_rescue_hurry(void);
void cn_rescue_end_in_time(void);

#endif
