/*
 * What a projection is made of. Angles are radians relative to the centre; x to the right, y up, on a sphere
 * of radius 1. A file in projections/ defines one Projection and knows nothing of rotation, cutting or the
 * page.
 */
#ifndef GEO_FORMULA_H
#define GEO_FORMULA_H

#include "sphere.h"

/* Where the projection tears the sphere: along the meridian opposite the centre, or round the rim of a cap
 * about the centre. */
typedef enum Tear { TEAR_MERIDIAN, TEAR_RIM } Tear;

/* What a formula works out once before it runs. */
typedef struct Setting {
    double cone, constant; /* conics: the cone's ratio and the figure that scales it; cone 0 is a cylinder */
    Point at_center;       /* conics: where the centre falls on the plane */
    double south, north;   /* the latitudes shown, where the projection tears along a meridian */
    double rim;            /* the cap's radius, where it tears round a rim */
    struct LibProj *library;
} Setting;

struct Projection {
    const char *name;
    bool equal_area;
    bool
        conic; /* the sphere is turned by longitude only; latitude chooses the parallels and moves the page */
    Tear tear;
    double limit; /* the rim's radius, or the latitude north and south beyond which nothing is shown; 0 for pi
                     or the poles */
    /* Conics: works out cone and constant from two standard parallels. May be NULL. */
    void (*prepare)(Setting *setting, double parallel1, double parallel2);
    Point (*forward)(const Setting *setting, double lambda, double phi);
    /* The same from a unit vector; azimuthal projections have it, for speed. May be NULL. */
    Point (*forward_vector)(Vector v);
    /* The way back; false outside the world. NULL where there is none. */
    bool (*inverse)(const Setting *setting, Point point, double *lambda, double *phi);
};

extern const Projection projection_equal_earth, projection_natural_earth, projection_robinson,
    projection_winkel_tripel, projection_mollweide, projection_eckert4, projection_mercator,
    projection_miller, projection_equirectangular, projection_orthographic, projection_azimuthal_equal_area,
    projection_azimuthal_equidistant, projection_stereographic, projection_albers,
    projection_lambert_conformal, projection_gall_peters;

/* For pseudocylindrical projections: true when lambda is within a half turn, but for rounding, which it
 * mends. */
bool lambda_within_turn(double *lambda);
/* asin that takes arguments a rounding error beyond 1. */
double asin_safe(double sine);

#endif
