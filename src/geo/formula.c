/* See formula.h: the register of projections and what their formulas share. */
#include "formula.h"

#include <math.h>
#include <string.h>

static const Projection *const PROJECTIONS[] = {&projection_equal_earth,
                                                &projection_natural_earth,
                                                &projection_robinson,
                                                &projection_winkel_tripel,
                                                &projection_mollweide,
                                                &projection_eckert4,
                                                &projection_mercator,
                                                &projection_miller,
                                                &projection_equirectangular,
                                                &projection_orthographic,
                                                &projection_azimuthal_equal_area,
                                                &projection_azimuthal_equidistant,
                                                &projection_stereographic,
                                                &projection_albers,
                                                &projection_lambert_conformal,
                                                &projection_gall_peters};

static const char *const NAMES[] = {"equal-earth",
                                    "natural-earth",
                                    "robinson",
                                    "winkel-tripel",
                                    "mollweide",
                                    "eckert4",
                                    "mercator",
                                    "miller",
                                    "equirectangular",
                                    "orthographic",
                                    "azimuthal-equal-area",
                                    "azimuthal-equidistant",
                                    "stereographic",
                                    "albers",
                                    "lambert-conformal",
                                    "gall-peters"};

enum { PROJECTION_COUNT = sizeof PROJECTIONS / sizeof *PROJECTIONS };
_Static_assert(PROJECTION_COUNT == sizeof NAMES / sizeof *NAMES, "one name for each projection");

const Projection *projection_find(const char *name) {
    for (size_t i = 0; name && i < PROJECTION_COUNT; i++)
        if (strcmp(PROJECTIONS[i]->name, name) == 0) return PROJECTIONS[i];
    return NULL;
}

const char *const *projection_names(size_t *count) {
    *count = PROJECTION_COUNT;
    return NAMES;
}

const char *projection_name(const Projection *projection) {
    return projection->name;
}

bool projection_is_equal_area(const Projection *projection) {
    return projection->equal_area;
}

bool lambda_within_turn(double *lambda) {
    if (!(fabs(*lambda) <= M_PI + 1e-7)) return false;
    *lambda = fmin(fmax(*lambda, -M_PI), M_PI);
    return true;
}

double asin_safe(double sine) {
    return asin(fmin(fmax(sine, -1), 1));
}
