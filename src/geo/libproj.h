/*
 * Any projection of the PROJ library, which is opened at run time and only when such a projection is asked
 * for. The one file with libproj.
 */
#ifndef GEO_LIBPROJ_H
#define GEO_LIBPROJ_H

#include "formula.h"

/*
 * Fills projection and setting from a PROJ string. Whatever it says of the size and shape of the earth is
 * left out: the sphere has radius 1. What it says of the centre (lon_0, and lat_0 of azimuthal projections)
 * is added to center, so that the tear lies where the projector cuts. One opened projection serves one thread
 * at a time.
 */
bool libproj_open(const char *string, Projection *projection, Setting *setting, Center *center,
                  dateline_error *error);
void libproj_close(struct LibProj *proj);

#endif
