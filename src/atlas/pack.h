/*
 * An atlas as one file, to be mapped into memory instead of being built: a few milliseconds become one, and
 * the result is the same bytes. A pack says which content of which files it was built from, and is passed
 * over when any of them has changed, or when it is damaged; so it may lie anywhere and be thrown away at any
 * time. Packs are made on demand only, never by loading.
 *
 * The file is a header and sections of plain arrays, for this machine's order of bytes; the version in
 * pack_kind changes with any of them.
 */
#ifndef ATLAS_PACK_H
#define ATLAS_PACK_H

#include "inside.h"

/* Writes folder/SCALE-WORLDVIEW.atlas, through a temporary. The shapes must be what the atlas was loaded
 * from. */
bool pack_write(const Atlas *atlas, const char *folder, dateline_error *error);

/* Fills an atlas that has its folder, scale and worldview from a pack in its folder's or the installed data's
 * folder "packed"; false if there is none that fits. */
bool pack_read(Atlas *atlas);

#endif
