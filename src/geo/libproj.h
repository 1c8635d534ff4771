/* Any projection of the PROJ library, which is opened at run time and only when such a projection is asked
 * for. The one file with libproj. */
#ifndef GEO_LIBPROJ_H
#define GEO_LIBPROJ_H

#include "formula.h"

/* Fills projection and setting from a PROJ string. What the string says of the centre (lon_0, and lat_0 of
 * azimuthal projections) is moved into center, if that is not set, so that the tear lies where the projector
 * cuts. */
bool libproj_open(const char *string, Projection *projection, Setting *setting, Center *center,
                  dateline_error *error);
void libproj_close(struct LibProj *library);

#endif
