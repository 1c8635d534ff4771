/*
 * A language as one file, to be mapped into memory instead of being read out of words/: some milliseconds
 * become a fraction of one, and the result is the same. A packed file says which content of which files it
 * was made from, and is passed over when any of them has changed, or when it is damaged; so it may lie
 * anywhere and be thrown away at any time. It is made on demand only, never by loading.
 *
 * The file is a header and sections of plain arrays, for this machine's order of bytes; the version in
 * packed_kind changes with any of them, and with what is made of the words.
 */
#ifndef READ_PACKED_H
#define READ_PACKED_H

#include "words.h"

/* Writes to/CODE.words, through a temporary. The language must be what the words in folder say. */
bool packed_write(const Language *language, const char *folder, const char *to, dateline_error *error);

/* The language from a packed file in the words' own or the installed data's folder "packed"; NULL if there is
 * none that fits. */
Language *packed_read(const char *folder, const char *code);

#endif
