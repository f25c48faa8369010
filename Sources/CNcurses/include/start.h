#ifndef CNCURSES_START_H
#define CNCURSES_START_H

#include <signal.h>

/* What happens before and around `main`: the process is made ready where the machine lacks something, and says in a
   sentence that it is starved of memory or of stack. */

/* The words of the command line, kept at the start; Swift's own list of them comes from /proc. */
int cn_argument_count(void);
const char *cn_argument(int index);

/* Says of a fault that comes from a shortage which it is, and ends; other faults go the way that they went before. */
void cn_watch_for_shortages(void);

/* The sentence on a fault that comes from a shortage; NULL for one of our own. */
const char *cn_shortage(int number, const siginfo_t *info, const void *context);

/* How a process ends that is starved. */
#define CN_STARVED 3

/* Lets a write beyond the limit on the size of files fail, as on a full disk; the signal from others still ends. */
void cn_outlive_file_limit(void);

#endif
