#define _GNU_SOURCE
#include "cprocess.h"

#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

void cprocess_trim(void) { malloc_trim(0); }

void cprocess_keep_memory(int keeps) {
  mallopt(M_MMAP_MAX, keeps ? 0 : 1 << 16);
  mallopt(M_TRIM_THRESHOLD, keeps ? 1 << 30 : 1 << 17);
}

int cprocess_open(unsigned short rows, unsigned short columns, char *path, size_t length) {
  int end = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (end < 0) return end;
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  if (grantpt(end) || unlockpt(end) || ptsname_r(end, path, length)
      || ioctl(end, TIOCSWINSZ, &size)) {
    close(end);
    return -1;
  }
  return end;
}

int cprocess_spawn(pid_t *process, const char *path, char *const arguments[],
                   char *const environment[]) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  for (int descriptor = 0; descriptor < 3; descriptor++)
    posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0);
  int error = posix_spawnp(process, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}
