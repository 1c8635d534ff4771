/* Unit vectors and rotations of the sphere. Knows angles in radians and no projection. x points at longitude
 * 0 on the equator, z at the north pole. */
#ifndef GEO_SPHERE_H
#define GEO_SPHERE_H

#include "geo.h"

typedef struct Vector {
    double x, y, z;
} Vector;

Vector vector_at(double lambda, double phi);
void vector_angles(Vector v, double *lambda, double *phi);
double vector_dot(Vector a, Vector b);
Vector vector_cross(Vector a, Vector b);
/* Of length 1; a vector without length becomes the x axis. */
Vector vector_unit(Vector v);

/* Longitude and latitude in degrees made safe: longitude within -180..180, latitude within -90..90, 0 for
 * what is no number. */
LonLat lonlat_mended(LonLat position);
static inline LonLat lonlat_safe(LonLat position) {
    return position.lon >= -180 && position.lon <= 180 && position.lat >= -90 && position.lat <= 90
               ? position
               : lonlat_mended(position);
}
/* An angle in radians brought to -pi..pi. */
double angle_wrapped(double angle);

/* A point of the great circle from a to b in steps of angle: a cos(angle) + tangent sin(angle). */
typedef struct GreatArc {
    Vector from, tangent;
    double length; /* radians, 0..pi */
} GreatArc;

GreatArc great_arc(Vector a, Vector b);
Vector great_arc_at(const GreatArc *arc, double angle);
/* Where the component along axis (a unit vector) passes level on its way up (rising) or down, as an angle
 * from the arc's start within 0..2 pi; false if it never does. */
bool great_arc_level(const GreatArc *arc, Vector axis, double level, bool rising, double *angle);

/* Whether a place lies on the right hand of a ring; a ring without area covers nothing. */
bool sphere_ring_covers(LonLats ring, Vector place);

/* Brings center to the x axis, its north to the z axis, then turns the view clockwise by roll. */
typedef struct Rotation {
    bool about_axis; /* nothing but longitudes change */
    double lon;      /* degrees of the centre */
    Vector rows[3];
} Rotation;

Rotation rotation_to(Center center);
Vector rotation_turn(const Rotation *rotation, LonLat position);
LonLat rotation_back(const Rotation *rotation, Vector v);

#endif
