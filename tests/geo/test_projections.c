/* The formulas: against PROJ on a grid, there and back, and on the sphere's own terms. */
#include "../../src/geo/geo.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct Row {
    const char *name;
    const char *proj;
    double lat; /* of the centre: conics only */
    double parallels[2];
    double reach;    /* degrees from the centre, for azimuthal projections; 0 for the whole world */
    double most_lat; /* where PROJ stops */
} Row;

static const Row ROWS[] = {
    {"equal-earth", "+proj=eqearth", 0, {0, 0}, 0, 90},
    {"natural-earth", "+proj=natearth", 0, {0, 0}, 0, 90},
    {"robinson", "+proj=robin", 0, {0, 0}, 0, 90},
    {"winkel-tripel", "+proj=wintri", 0, {0, 0}, 0, 90},
    {"mollweide", "+proj=moll", 0, {0, 0}, 0, 87.5}, /* at the poles PROJ's iteration stops at 1e-5 */
    {"eckert4", "+proj=eck4", 0, {0, 0}, 0, 90},
    {"mercator", "+proj=merc", 0, {0, 0}, 0, 85},
    {"miller", "+proj=mill", 0, {0, 0}, 0, 90},
    {"equirectangular", "+proj=eqc", 0, {0, 0}, 0, 90},
    {"orthographic", "+proj=ortho", 0, {0, 0}, 89.9, 90},
    {"azimuthal-equal-area", "+proj=laea", 0, {0, 0}, 179, 90},
    {"azimuthal-equidistant", "+proj=aeqd", 0, {0, 0}, 179, 90},
    {"stereographic", "+proj=stere", 0, {0, 0}, 141, 90},
    {"albers", "+proj=aea +lat_1=29.5 +lat_2=45.5", 37, {29.5, 45.5}, 0, 90},
    {"albers", "+proj=aea +lat_1=-20 +lat_2=-50", -30, {-20, -50}, 0, 90},
    {"lambert-conformal", "+proj=lcc +lat_1=33 +lat_2=45", 40, {33, 45}, 0, 59},
    {"lambert-conformal", "+proj=lcc +lat_1=-20 +lat_2=-60", -40, {-20, -60}, 0, 59},
    {"gall-peters", "+proj=cea +lat_ts=45", 0, {0, 0}, 0, 90},
};

enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

static Projector *open_row(const Row *row, const char *projection) {
    ProjectorOptions options = {projection, {0, row->lat, 0}, {row->parallels[0], row->parallels[1]}};
    dateline_error error = {0};
    Projector *projector = projector_new(&options, &error);
    if (!projector && error.status == DATELINE_SYSTEM) skip();
    if (!projector) fail_msg("%s: %s", projection, error.message);
    return projector;
}

/* Calls check for a grid of positions that the row's projection shows. */
static void walk_grid(const Row *row, void (*check)(const Row *, LonLat, void *), void *data) {
    for (double lat = -90; lat <= 90; lat += 2.5) {
        if (fabs(lat) > row->most_lat) continue;
        for (double lon = -180; lon <= 180; lon += 7.5) {
            LonLat at = {lon, lat};
            if (row->reach > 0 && sphere_distance((LonLat){0, 0}, at) > row->reach) continue;
            check(row, at, data);
        }
    }
}

typedef struct Pair {
    Projector *ours, *theirs;
    int compared;
} Pair;

static void compare_with_proj(const Row *row, LonLat at, void *data) {
    Pair *pair = data;
    Point ours, theirs;
    if (!project_point(pair->theirs, at, &theirs))
        fail_msg("PROJ does not show %g %g in %s", at.lon, at.lat, row->name);
    if (!project_point(pair->ours, at, &ours)) fail_msg("%s does not show %g %g", row->name, at.lon, at.lat);
    double off = hypot(ours.x - theirs.x, ours.y - theirs.y);
    if (!(off < 1e-9)) fail_msg("%s is off by %g at %g %g", row->name, off, at.lon, at.lat);
    pair->compared++;
}

static void every_projection_agrees_with_proj(void **state) {
    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        Pair pair = {open_row(&ROWS[i], ROWS[i].name), open_row(&ROWS[i], ROWS[i].proj), 0};
        walk_grid(&ROWS[i], compare_with_proj, &pair);
        assert_in_range(pair.compared, 1000, 100000);
        projector_free(pair.ours);
        projector_free(pair.theirs);
    }
}

static void go_there_and_back(const Row *row, LonLat at, void *data) {
    Projector *projector = data;
    Point point;
    LonLat back;
    if (fabs(at.lat) == 90 || fabs(at.lon) == 180)
        return; /* there, several positions may have the same image */
    assert_true(project_point(projector, at, &point));
    if (!unproject_point(projector, point, &back))
        fail_msg("%s has no way back from %g %g", row->name, at.lon, at.lat);
    double off = sphere_distance(at, back);
    /* Robinson's table is not quite continuous at its rows. */
    if (!(off < (strcmp(row->name, "robinson") == 0 ? 1e-4 : 1e-6)))
        fail_msg("%s comes back %g degrees away from %g %g", row->name, off, at.lon, at.lat);
}

static void every_projection_has_a_way_back(void **state) {
    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        Projector *projector = open_row(&ROWS[i], ROWS[i].name);
        walk_grid(&ROWS[i], go_there_and_back, projector);
        projector_free(projector);
    }
}

static void outside_the_world_there_is_no_way_back(void **state) {
    (void)state;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (strcmp(ROWS[i].name, "lambert-conformal") == 0) continue; /* reaches far */
        Projector *projector = open_row(&ROWS[i], ROWS[i].name);
        LonLat back;
        const Point far[] = {{9, 0}, {-9, 0}, {0, 9}, {0, -9}, {7, 7}};
        for (size_t k = 0; k < sizeof far / sizeof *far; k++)
            if (unproject_point(projector, far[k], &back))
                fail_msg("%s: %g %g is in the world", ROWS[i].name, far[k].x, far[k].y);
        projector_free(projector);
    }
}

static void every_name_is_found_and_no_other(void **state) {
    (void)state;
    size_t count;
    const char *const *names = projection_names(&count);
    assert_int_equal(count, 16);
    for (size_t i = 0; i < count; i++) {
        const Projection *projection = projection_find(names[i]);
        assert_non_null(projection);
        assert_string_equal(projection_name(projection), names[i]);
    }
    assert_null(projection_find("equal_earth"));
    assert_null(projection_find(""));
    assert_null(projection_find(NULL));
}

/* Small squares keep their area wherever the projection says so. */
static void equal_area_projections_are(void **state) {
    (void)state;
    size_t count;
    const char *const *names = projection_names(&count);
    for (size_t i = 0; i < count; i++) {
        if (!projection_is_equal_area(projection_find(names[i]))) continue;
        Projector *projector = projector_new(&(ProjectorOptions){names[i], {0, 0, 0}, {30, 50}}, NULL);
        for (double lat = -70; lat <= 70; lat += 20) {
            double h = 0.01, degree = M_PI / 180;
            Point a, b, c;
            assert_true(project_point(projector, (LonLat){50, lat}, &a));
            assert_true(project_point(projector, (LonLat){50 + h, lat}, &b));
            assert_true(project_point(projector, (LonLat){50, lat + h}, &c));
            double area = fabs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
            double sphere = h * degree * (sin((lat + h) * degree) - sin(lat * degree));
            if (fabs(area / sphere - 1) > 0.002)
                fail_msg("%s at %g: %g of its area", names[i], lat, area / sphere);
        }
        projector_free(projector);
    }
}

static void a_cone_between_north_and_south_is_a_cylinder(void **state) {
    (void)state;
    const char *const names[] = {"albers", "lambert-conformal"};
    for (int i = 0; i < 2; i++) {
        Projector *cylinder = projector_new(&(ProjectorOptions){names[i], {0, 0, 0}, {-30, 30}}, NULL);
        Projector *cone = projector_new(&(ProjectorOptions){names[i], {0, 0, 0}, {-30, 30.0001}}, NULL);
        Point a, b;
        assert_true(project_point(cylinder, (LonLat){100, 50}, &a));
        assert_true(project_point(cone, (LonLat){100, 50}, &b));
        assert_true(hypot(a.x - b.x, a.y - b.y) < 1e-4);
        projector_free(cylinder);
        projector_free(cone);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_projection_agrees_with_proj),
        cmocka_unit_test(every_projection_has_a_way_back),
        cmocka_unit_test(outside_the_world_there_is_no_way_back),
        cmocka_unit_test(every_name_is_found_and_no_other),
        cmocka_unit_test(equal_area_projections_are),
        cmocka_unit_test(a_cone_between_north_and_south_is_a_cylinder),
    };
    return cmocka_run_group_tests_name("geo/projections", tests, NULL, NULL);
}
