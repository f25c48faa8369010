// What Swift cannot call: extensions of the library, and functions with a list of arguments of any length.
#pragma once

#include <stddef.h>
#include <sys/types.h>

/// Gives memory that is free back to the system.
void cprocess_trim(void);

/// Whether memory that is released stays with the process, or the system hands out every large piece anew.
void cprocess_keep_memory(int keeps);

/// Opens a terminal of a size, its far end; below 0 where there is none.
int cprocess_open(unsigned short rows, unsigned short columns, char *path, size_t length);

/// Starts a program that leads a session of its own on a terminal; 0 if it runs.
int cprocess_spawn(pid_t *process, const char *path, char *const arguments[],
                   char *const environment[]);
