/*
 * From the sphere to the page: rotate, cut, resample, project, scale, clip to a frame. No country and no
 * colour is known here.
 *
 * Rings on the sphere are closed lists of positions whose first point is not repeated at the end. A ring
 * encloses what lies on its right hand side (clockwise, as in shapefiles, and holes the other way); it may
 * enclose a pole, cross the antimeridian anywhere, or cover more than a hemisphere. Edges are great circle
 * arcs. Only a ring that leaves out less than 64 km by 64 km is taken for its small side: it must have been
 * thinned until it turned over.
 */
#ifndef GEO_GEO_H
#define GEO_GEO_H

#include "../base/error.h"
#include "outline.h"

/* Degrees; lon -180..180, lat -90..90. */
typedef struct LonLat {
    double lon, lat;
} LonLat;

/* Borrowed positions of one ring or line. */
typedef struct LonLats {
    const LonLat *items;
    size_t count;
} LonLats;

/* Where the map looks. Degrees. Roll turns the picture clockwise about the centre. */
typedef struct Center {
    double lon, lat, roll;
} Center;

/*
 * A projection as formulas only: lambda and phi in radians relative to the centre, x to the right and y UP,
 * on a sphere of radius 1. One file each in projections/, with its source named there.
 */
typedef struct Projection Projection;
/* By name ("equal-earth", "winkel-tripel", ...), or NULL. */
const Projection *projection_find(const char *name);
/* The names of all built-in projections, in a fixed order. */
const char *const *projection_names(size_t *count);
const char *projection_name(const Projection *projection);
bool projection_is_equal_area(const Projection *projection);

/* What to set up a projector with. */
typedef struct ProjectorOptions {
    const char *projection; /* a built-in name, or a PROJ string that begins with '+' */
    Center center;          /* conics turn by its longitude; its latitude is what they show in the middle */
    double parallels[2];    /* standard parallels of conics, degrees; 0,0 means chosen from the centre */
} ProjectorOptions;

/*
 * A projection with its rotation and its place on the page. Immutable once placed and clipped. libproj is
 * opened for PROJ strings only, and such a projector serves one thread at a time.
 */
typedef struct Projector Projector;
Projector *projector_new(const ProjectorOptions *options, dateline_error *error);
void projector_free(Projector *projector);

/* Scale in page units a radian at the centre, and where the centre lies on the page. */
void projector_place(Projector *projector, double scale, Point origin);
/* Scales and centres so that the box of what was drawn at scale 1 and origin 0 (as projector_new leaves it)
 * fills target. */
void projector_fit(Projector *projector, Box drawn_at_unit, Box target);
double projector_scale(const Projector *projector);
/* Everything is cut to this box on the page from now on; lines outside it vanish, areas are closed along it.
 * An empty box lifts that. */
void projector_clip(Projector *projector, Box box);

/* One position; false where it is not in view or outside the projection. The clip box plays no part. */
/* Whether several threads may use it at once: all but those of the PROJ library. */
bool projector_is_shared(const Projector *projector);
bool project_point(const Projector *projector, LonLat position, Point *point);
/* The box around those of some positions that are in view, in the projection's own plane, added to plane:
 * placing a projector only stretches and moves it, as projector_box says, to the last bit. False where the
 * projector rolls it too, so that there is no such box. */
bool project_extent(const Projector *projector, LonLats positions, Box *plane);
Box projector_box(const Projector *projector, Box plane);
/* The way back, where the projection has one; false outside the world's outline. */
bool unproject_point(const Projector *projector, Point point, LonLat *position);
/* Adds one polygon (outer ring and holes, any order) to outline: rotated, cut at the antimeridian or the
 * horizon, resampled so that no edge is off by more than a tenth of a page unit. */
void project_polygon(const Projector *projector, const LonLats *rings, size_t count, Outline *outline);
/* Adds an open line, cut likewise. */
void project_line(const Projector *projector, LonLats line, Outline *outline);
/* Adds the outline of the whole world as this projection shows it. */
void project_sphere(const Projector *projector, Outline *outline);
/* Adds meridians and parallels every step degrees. Parallels run along the parallel, not along great circles.
 */
void project_graticule(const Projector *projector, double step, Outline *outline);
/* Adds the outline of W,S,E,N in degrees; its north and south edges run along parallels. */
void project_lonlat_box(const Projector *projector, double west, double south, double east, double north,
                        Outline *outline);

/* The place inside a filled outline that is farthest from its edge (pole of inaccessibility; after
 * mapbox/polylabel), and how far that is: to within precision, a fortieth of that distance, or a
 * two-hundredth of the outline's size, whichever is most. False for an empty outline. */
bool inner_point(const Outline *outline, double precision, Point *point, double *distance);
/* The widest run of a filled outline along the horizontal line at y that contains x; false if (x, y) is
 * outside. */
bool inner_chord(const Outline *outline, Point at, double *left, double *right);
/* Even-odd test. */
bool outline_contains(const Outline *outline, Point point);

/* Steradians on the right hand side of a ring, between 0 and 4 pi. */
double sphere_ring_area(LonLats ring);
/* Great-circle distance in degrees. */
double sphere_distance(LonLat a, LonLat b);

#endif
