#ifndef CZIP_SHIM_H
#define CZIP_SHIM_H
#include <zip.h>
#include <spawn.h>
#include <fcntl.h>

/* Two functions of glibc that its headers show only under _GNU_SOURCE, which Swift's import of them lacks. The reading
   process needs both, so that no open file of the server leaks into it. */
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

static inline int sheets_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

static inline int sheets_close_from(posix_spawn_file_actions_t *actions, int from) {
    return posix_spawn_file_actions_addclosefrom_np(actions, from);
}
#endif
