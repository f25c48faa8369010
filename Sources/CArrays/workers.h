// Threads that wait for work.
#pragma once

#include <stddef.h>

/// Calls `work` for each part once, in any order, on as many threads at most, this one among them; returns when all
/// are done. The threads start with the first call that may use them. While others use them, this thread works alone.
void carrays_share(size_t parts, int threads, void (*work)(const void *task, size_t part),
                   const void *task);

/// One for each core that this process may use.
int carrays_cores(void);
