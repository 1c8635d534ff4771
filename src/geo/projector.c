/* See projector.h and geo.h: choosing, turning and placing a projection. */
#include "projector.h"

#include "../base/memory.h"
#include "../base/text.h"
#include "libproj.h"

#include <math.h>
#include <stdlib.h>

static const double RADIAN = M_PI / 180;

/* Errors up to a tenth of a page unit are not seen; at scale 1, where outlines are only measured, it is a
 * ten-thousandth. */
static double tolerance_for(double scale) {
    return fmin(0.1, 1e-4 * scale * fmax(scale, 1));
}

void projector_place(Projector *p, double scale, Point origin) {
    double s = sin(p->roll), c = cos(p->roll);
    Point middle = p->setting.at_center;
    p->scale = scale;
    p->origin = origin;
    p->xx = scale * c;
    p->xy = scale * s;
    p->yx = scale * s;
    p->yy = -scale * c;
    p->x0 = origin.x - p->xx * middle.x - p->xy * middle.y;
    p->y0 = origin.y - p->yx * middle.x - p->yy * middle.y;
    p->tolerance = tolerance_for(scale);
}

void projector_fit(Projector *projector, Box drawn, Box target) {
    double scale = INFINITY;
    if (box_width(drawn) > 0) scale = box_width(target) / box_width(drawn);
    if (box_height(drawn) > 0) scale = fmin(scale, box_height(target) / box_height(drawn));
    if (!isfinite(scale) || scale <= 0) scale = 1;
    Point origin = {(target.left + target.right) / 2 - scale * (drawn.left + drawn.right) / 2,
                    (target.top + target.bottom) / 2 - scale * (drawn.top + drawn.bottom) / 2};
    if (!isfinite(origin.x) || !isfinite(origin.y)) origin = (Point){0, 0};
    projector_place(projector, scale, origin);
}

double projector_scale(const Projector *projector) {
    return projector->scale;
}

void projector_clip(Projector *projector, Box box) {
    projector->clips = !box_is_empty(box);
    projector->clip = box;
}

/* Twelve degrees on either side of the centre's latitude, held off the poles. */
static void choose_parallels(const ProjectorOptions *options, double parallels[2]) {
    for (int i = 0; i < 2; i++) {
        bool given = options->parallels[0] != 0 || options->parallels[1] != 0;
        double chosen = given ? options->parallels[i] : options->center.lat + (i ? 12 : -12);
        parallels[i] = isfinite(chosen) ? fmin(fmax(chosen, -80), 80) * RADIAN : 0;
    }
}

static void set_limits(Projector *projector) {
    const Projection *projection = projector->projection;
    Setting *setting = &projector->setting;
    setting->north = projection->limit > 0 ? projection->limit : M_PI / 2;
    setting->south = -setting->north;
    setting->rim = projection->limit > 0 ? projection->limit : M_PI;
}

static void turn_to(Projector *projector, const ProjectorOptions *options) {
    const Projection *projection = projector->projection;
    Center center = options->center;
    if (projection->conic) {
        double parallels[2], lat = lonlat_safe((LonLat){center.lon, center.lat}).lat;
        choose_parallels(options, parallels);
        if (projection->prepare) projection->prepare(&projector->setting, parallels[0], parallels[1]);
        /* Not where the cone ends, which may be far away. */
        double reach = 0.01, south = projector->setting.south + reach,
               north = projector->setting.north - reach;
        double middle = fmin(fmax(lat * RADIAN, south), north);
        projector->roll = isfinite(center.roll) ? remainder(center.roll, 360) * RADIAN : 0;
        projector->setting.at_center = projection->forward(&projector->setting, 0, middle);
        center.lat = center.roll = 0;
    }
    projector->rotation = rotation_to(center);
}

static bool unknown_projection(const char *name, dateline_error *error) {
    size_t count;
    const char *const *names = projection_names(&count);
    const char *nearest = nearest_name(name, names, count);
    if (nearest)
        return error_set(error, DATELINE_BAD_USAGE, (Place){0}, "unknown projection '%s'; did you mean '%s'?",
                         name, nearest);
    return error_set(
        error, DATELINE_BAD_USAGE, (Place){0},
        "unknown projection '%s'; it would be a name such as equal-earth, or a PROJ string such as "
        "'+proj=bonne +lat_1=45'",
        name);
}

static bool choose_projection(Projector *projector, ProjectorOptions *options, dateline_error *error) {
    if (options->projection && options->projection[0] == '+') {
        projector->projection = &projector->own;
        if (!libproj_open(options->projection, &projector->own, &projector->setting, &options->center, error))
            return false;
    } else {
        projector->projection = projection_find(options->projection);
        if (!projector->projection)
            return unknown_projection(options->projection ? options->projection : "", error);
        set_limits(projector);
    }
    return true;
}

Projector *projector_new(const ProjectorOptions *options, dateline_error *error) {
    ProjectorOptions chosen = *options;
    Projector *projector = memory_new(sizeof *projector);
    *projector = (Projector){0};
    if (!choose_projection(projector, &chosen, error)) {
        projector_free(projector);
        return NULL;
    }
    turn_to(projector, &chosen);
    projector->rim_cosine = cos(projector->setting.rim);
    projector_place(projector, 1, (Point){0, 0});
    return projector;
}

void projector_free(Projector *projector) {
    if (!projector) return;
    libproj_close(projector->setting.library);
    free(projector);
}

Spot spot_at(const Projector *projector, Vector vector, double near_lambda) {
    if (projector->projection->tear == TEAR_RIM) return (Spot){.vector = vector};
    Spot spot;
    vector_angles(vector, &spot.lambda, &spot.phi);
    if (spot.lambda - near_lambda > M_PI)
        spot.lambda = fmax(spot.lambda - 2 * M_PI, -M_PI);
    else if (spot.lambda - near_lambda < -M_PI)
        spot.lambda = fmin(spot.lambda + 2 * M_PI, M_PI);
    return spot;
}

/* A position on the tear itself goes to its western end, whatever rounding says: else a border along it would
 * flicker. */
static inline Spot turned_about_axis(const Projector *projector, LonLat position) {
    double lon = position.lon - projector->rotation.lon;
    lon = lon >= 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
    return (Spot){.lambda = lon * RADIAN, .phi = position.lat * RADIAN};
}

Spot spot_of(const Projector *projector, LonLat position) {
    const Rotation *rotation = &projector->rotation;
    position = lonlat_safe(position);
    if (projector->projection->tear == TEAR_RIM) return (Spot){.vector = rotation_turn(rotation, position)};
    if (rotation->about_axis) return turned_about_axis(projector, position);
    Spot spot;
    vector_angles(rotation_turn(rotation, position), &spot.lambda, &spot.phi);
    if (spot.lambda >= M_PI) spot.lambda = -M_PI;
    return spot;
}

void spots_of(const Projector *projector, LonLats positions, Spot *spots) {
    bool simple = projector->rotation.about_axis && projector->projection->tear == TEAR_MERIDIAN;
    if (simple)
        for (size_t i = 0; i < positions.count; i++)
            spots[i] = turned_about_axis(projector, lonlat_safe(positions.items[i]));
    else
        for (size_t i = 0; i < positions.count; i++) spots[i] = spot_of(projector, positions.items[i]);
}

Vector spot_vector(const Projector *projector, Spot spot) {
    return projector->projection->tear == TEAR_RIM ? spot.vector : vector_at(spot.lambda, spot.phi);
}

static inline Point spot_on_plane(const Projector *p, Spot spot) {
    const Projection *projection = p->projection;
    if (projection->tear == TEAR_MERIDIAN) return projection->forward(&p->setting, spot.lambda, spot.phi);
    if (projection->forward_vector) return projection->forward_vector(spot.vector);
    double lambda, phi;
    vector_angles(spot.vector, &lambda, &phi);
    return projection->forward(&p->setting, lambda, phi);
}

static inline Point placed(const Projector *p, Point q) {
    return (Point){p->xx * q.x + p->xy * q.y + p->x0, p->yx * q.x + p->yy * q.y + p->y0};
}

Point spot_on_page(const Projector *p, Spot spot) {
    return placed(p, spot_on_plane(p, spot));
}

bool project_point(const Projector *projector, LonLat position, Point *point) {
    Spot spot = spot_of(projector, position);
    if (!spot_is_shown(projector, spot)) return false;
    *point = spot_on_page(projector, spot);
    return isfinite(point->x) && isfinite(point->y);
}

bool project_extent(const Projector *projector, LonLats positions, Box *plane) {
    if (projector->xy != 0 || projector->yx != 0) return false;
    for (size_t i = 0; i < positions.count; i++) {
        Spot spot = spot_of(projector, positions.items[i]);
        if (!spot_is_shown(projector, spot)) continue;
        Point point = spot_on_plane(projector, spot);
        if (isfinite(point.x) && isfinite(point.y)) *plane = box_around(*plane, point);
    }
    return true;
}

/* Without a roll, what is greater on the plane is not less on the page: rounding keeps the order. */
Box projector_box(const Projector *projector, Box plane) {
    if (box_is_empty(plane)) return plane;
    Point low = placed(projector, (Point){plane.left, plane.bottom}),
          high = placed(projector, (Point){plane.right, plane.top});
    return (Box){low.x, low.y, high.x, high.y};
}

bool unproject_point(const Projector *p, Point point, LonLat *position) {
    if (!p->projection->inverse) return false;
    double square = p->scale * p->scale, dx = point.x - p->x0, dy = point.y - p->y0, lambda, phi;
    Point plane = {(p->xx * dx + p->yx * dy) / square, (p->xy * dx + p->yy * dy) / square};
    if (!p->projection->inverse(&p->setting, plane, &lambda, &phi)) return false;
    *position = rotation_back(&p->rotation, vector_at(lambda, phi));
    return isfinite(position->lon) && isfinite(position->lat);
}

bool projector_is_shared(const Projector *projector) {
    return projector->projection != &projector->own;
}
