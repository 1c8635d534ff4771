/* The real world, as the atlas has it, at every centre: nothing torn, lost or turned inside out. */
#include "rings.h"

#include "../../src/atlas/atlas.h"
#include "../../src/base/memory.h"
#include "../../src/dateline.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* One polygon of a country, with its points. */
typedef struct Piece {
    const char *code;
    LonLats *rings;
    size_t ring_count;
    double area; /* steradians */
} Piece;

typedef struct World {
    Atlas *atlas;
    Arena *arena;
    ARRAY(Piece) pieces;
    double land;
} World;

static void add_piece(World *world, const Country *country, const Polygon *polygon) {
    Piece piece = {country->code, ARENA_ARRAY(world->arena, LonLats, polygon->count), polygon->count,
                   4 * M_PI};
    for (size_t i = 0; i < polygon->count; i++) {
        LonLatArray points = {0};
        size_t count = atlas_ring_points(world->atlas, &polygon->rings[i], 0, &points);
        piece.rings[i] = (LonLats){arena_copy(world->arena, points.items, count * sizeof(LonLat)), count};
        piece.area -= 4 * M_PI - sphere_ring_area(piece.rings[i]);
        free(points.items);
    }
    world->land += piece.area;
    array_push(&world->pieces, piece);
}

static World world_load(const char *scale) {
    dateline_error error = {0};
    World world = {.arena = arena_new()};
    world.atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes", .scale = scale}, &error);
    if (!world.atlas) fail_msg("%s", error.message);
    for (size_t i = 0; i < atlas_country_count(world.atlas); i++) {
        const Country *country = atlas_country(world.atlas, i);
        for (size_t k = 0; k < country->polygon_count; k++) add_piece(&world, country, &country->polygons[k]);
    }
    return world;
}

static void world_free(World *world) {
    array_free(&world->pieces);
    arena_free(world->arena);
    dateline_atlas_free(world->atlas);
}

/* Draws every piece and returns their areas' sum; fails where one is lost or larger than it can be. */
static double drawn_land(const World *world, const char *name, Center center) {
    Projector *projector = world_projector(name, center);
    Outline outline = {0};
    double sum = 0;
    for (size_t i = 0; i < world->pieces.count; i++) {
        const Piece *piece = &world->pieces.items[i];
        outline_clear(&outline);
        project_polygon(projector, piece->rings, piece->ring_count, &outline);
        double area = filled_area(projector, &outline);
        if (outline_is_empty(&outline) || fabs(area - piece->area) > 0.01 * piece->area + 3e-5)
            fail_msg("%s in %s at %g %g: %g instead of %g", piece->code, name, center.lon, center.lat, area,
                     piece->area);
        sum += area;
    }
    outline_free(&outline);
    projector_free(projector);
    return sum;
}

static void expect_land(const World *world, int step) {
    const char *const names[] = {"equal-earth", "azimuthal-equal-area", "mollweide", "gall-peters",
                                 "eckert4"};
    int turn = 0;
    for (int lon = -180; lon < 180; lon += step)
        for (int lat = -90; lat <= 90; lat += step) {
            const char *name = names[turn++ % 5];
            double land = drawn_land(world, name, (Center){lon, lat, 0});
            if (fabs(land / world->land - 1) > 0.001)
                fail_msg("%s at %d %d: %g of the land", name, lon, lat, land / world->land);
        }
}

static void the_land_is_the_same_at_every_centre(void **state) {
    (void)state;
    const struct {
        const char *scale;
        int step;
    } rows[] = {{"110m", 15}, {"50m", 45}, {"10m", 90}};
    for (int i = 0; i < 3; i++) {
        World world = world_load(rows[i].scale);
        assert_true(world.land > 3.5 && world.land < 3.8); /* 29 % of the sphere */
        expect_land(&world, rows[i].step);
        world_free(&world);
    }
}

/* On a globe: what is in view is drawn, what is not is not. */
static void every_country_in_view_is_drawn(void **state) {
    (void)state;
    World world = world_load("50m");
    Random random = {41};
    for (int k = 0; k < 24; k++) {
        Center center = {15 * floor(random_between(&random, -12, 12)),
                         15 * floor(random_between(&random, -6, 7)), 0};
        Projector *projector = world_projector("orthographic", center);
        Outline outline = {0};
        for (size_t i = 0; i < world.pieces.count; i++) {
            const Piece *piece = &world.pieces.items[i];
            double away = sphere_distance(piece->rings[0].items[0], (LonLat){center.lon, center.lat});
            outline_clear(&outline);
            project_polygon(projector, piece->rings, piece->ring_count, &outline);
            double area = filled_area(projector, &outline);
            if (away < 88 && outline_is_empty(&outline))
                fail_msg("%s is lost at %g %g", piece->code, center.lon, center.lat);
            if (away > 90 && piece->area < 1e-4 && area > 1e-3)
                fail_msg("%s is in view at %g %g", piece->code, center.lon, center.lat);
            if (area > piece->area * 1.01 + 1e-6)
                fail_msg("%s is turned inside out at %g %g", piece->code, center.lon, center.lat);
        }
        outline_free(&outline);
        projector_free(projector);
    }
    world_free(&world);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_land_is_the_same_at_every_centre),
        cmocka_unit_test(every_country_in_view_is_drawn),
    };
    return cmocka_run_group_tests_name("geo/world", tests, NULL, NULL);
}
