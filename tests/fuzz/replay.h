/* What a fuzzer found, tried again in every run of the tests. */
#ifndef TESTS_FUZZ_REPLAY_H
#define TESTS_FUZZ_REPLAY_H

#include <stddef.h>
#include <stdint.h>

/* Hands every file of a folder to a target; the test fails where there is none. */
void replay_folder(const char *folder, int (*target)(const uint8_t *bytes, size_t size));

#endif
