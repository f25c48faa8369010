#ifndef CNCURSES_WORKING_H
#define CNCURSES_WORKING_H

/* A line on standard error that says, after a second of work and then each second, that the program works. It is
   there only where standard error is a terminal and the program has it, and is gone when a result, a message or
   the end comes, by whatever signal. */

/* Begins to watch the time; without any effect where there is no terminal, or no thread can be had. */
void cn_working_begin(void);

/* Takes the line away, and has none come until the work goes on, from when a second counts again. */
void cn_working_hold(void);
void cn_working_go_on(void);

/* Takes the line away for good. */
void cn_working_end(void);

#endif
