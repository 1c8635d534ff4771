/* A PROJ string such as "+proj=bonne +lat_1=45", taken apart and made fit for a sphere of radius 1. Knows the
 * words, not the library. */
#ifndef GEO_PROJ_STRING_H
#define GEO_PROJ_STRING_H

#include "formula.h"

typedef struct ProjString {
    char name[64];   /* of the projection */
    char text[1024]; /* what to give to PROJ */
    double lon, lat; /* degrees to be added to the centre */
    bool azimuthal, conic;
    double rim; /* the reach of an azimuthal projection, radians */
} ProjString;

bool proj_string_read(const char *string, ProjString *proj, dateline_error *error);

#endif
