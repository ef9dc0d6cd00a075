// What the C library offers only with _GNU_SOURCE, which Swift's own module of it does not set: memfd_create(2), pipe2(2), and
// posix_spawn without the caller's open files.
#pragma once

#include <spawn.h>

#define TRIAGE_MFD_CLOEXEC 1U

int memfd_create(const char *name, unsigned int flags);
int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
