/* The inside of a Projector, for the files that walk the way from the sphere to the page. */
#ifndef GEO_PROJECTOR_H
#define GEO_PROJECTOR_H

#include "formula.h"

/*
 * A position relative to the centre. Where the projection tears along a meridian, the angles count, and
 * lambda says on which side of the tear a position on it lies; where it tears round a rim, the vector counts.
 */
typedef union Spot {
    struct {
        double lambda, phi;
    };
    Vector vector;
} Spot;

struct Projector {
    const Projection *projection;
    Setting setting;
    Rotation rotation;
    double roll; /* of the page, for conics, whose sphere is not rolled; radians */
    double rim_cosine;
    double scale;
    Point origin;
    /* The plane to the page: x = xx X + xy Y + x0, and so on. */
    double xx, xy, x0, yx, yy, y0;
    double tolerance; /* page units that a resampled edge may be off by */
    bool clips;
    Box clip;
    Projection own; /* what a PROJ string stands for */
};

Spot spot_of(const Projector *projector, LonLat position);
void spots_of(const Projector *projector, LonLats positions, Spot *spots);
Vector spot_vector(const Projector *projector, Spot spot);
/* near is a spot on the same side of the tear, if vector should lie on it. */
Spot spot_at(const Projector *projector, Vector vector, double near_lambda);
static inline bool spot_is_shown(const Projector *projector, Spot spot) {
    if (projector->projection->tear == TEAR_RIM) return spot.vector.x > projector->rim_cosine;
    return spot.phi >= projector->setting.south && spot.phi <= projector->setting.north;
}
Point spot_on_page(const Projector *projector, Spot spot);

#endif
