#ifndef CNCURSES_RESCUE_H
#define CNCURSES_RESCUE_H

#include <signal.h>
#include <stddef.h>

/* Gives a terminal back in the middle of anything. The handlers call nothing but async-signal-safe
   functions, on memory written before they are installed. They are compiled as C, and not inline,
   so that their memory exists once. */

/* Notes how the terminal is given back; -1 if its mode cannot be read or the bytes are too many. */
int cn_rescue_prepare(
    int input, int output, int wake, const char *bytes, size_t byte_count, const char *line,
    size_t line_length);

/* Whether the terminal is in our hands. */
void cn_rescue_arm(int is_armed);

/* Provides a stack for handlers, so that an overflow of the stack can be handled. */
int cn_rescue_use_own_stack(void);

/* Installs a handler; `once` lets the signal's default action follow. */
int cn_rescue_handle(int number, void (*handler)(int), int once, struct sigaction *previous);
int cn_rescue_is_ignored(int number);

/* The handlers: for an end, for a fault of our own, and for what the process lives on after. */
void cn_rescue_end(int number);
void cn_rescue_fault(int number);
void cn_rescue_wake(int number);
void cn_rescue_at_exit(void);

#endif
