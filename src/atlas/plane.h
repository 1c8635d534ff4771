/* Rings on the plane of longitude and latitude, with care at 180 degrees. Knows nothing of files or
 * countries. */
#ifndef ATLAS_PLANE_H
#define ATLAS_PLANE_H

#include "../geo/geo.h"

/* From one longitude to another the short way, -180..180. */
static inline double plane_turn(double from, double to) {
    double difference = to - from;
    if (difference > 180) return difference - 360;
    return difference < -180 ? difference + 360 : difference;
}

/* Even-odd; not for rings round the north pole. */
bool plane_contains(LonLats ring, LonLat position);

/* What a line adds to the measures of the ring it is part of. Longitudes are counted on from the line's first
 * point, without a jump. */
typedef struct LineMeasure {
    double turn;       /* degrees from the first point to the last; 0, 360 or -360 for a closed line */
    double west, east; /* relative to the first point */
    double south, north;
    double area; /* steradians between the line and the equator, positive where it runs east in the north */
} LineMeasure;

LineMeasure plane_measure(LonLats line);
/* The same line run backwards. */
LineMeasure plane_backwards(LineMeasure measure);

#endif
