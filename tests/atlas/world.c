/* See world.h. */
#include "world.h"

#include "atlas/plane.h"
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

const char *const world_scales[3] = {"110m", "50m", "10m"};

dateline_atlas *world_load(const char *folder, const char *scale, const char *worldview) {
    dateline_error error = {0};
    char text[1024];
    dateline_atlas_options options = {folder ? folder : "shapes", scale, worldview};
    dateline_atlas *atlas = dateline_atlas_load(&options, &error);
    if (!atlas) fail_msg("%s", dateline_error_text(&error, text, sizeof text));
    return atlas;
}

int world_open(void **state) {
    *state = world_load("tests/world", NULL, NULL);
    return 0;
}

int world_close(void **state) {
    dateline_atlas_free(*state);
    return 0;
}

static bool ring_holds(const Atlas *atlas, const Ring *ring, LonLat position) {
    LonLatArray points = {0};
    atlas_ring_points(atlas, ring, 0, &points);
    bool holds = plane_contains((LonLats){points.items, points.count}, position);
    array_free(&points);
    return holds;
}

const Polygon *world_polygon_at(const Atlas *atlas, const Country *country, double lon, double lat) {
    for (size_t i = 0; i < country->polygon_count; i++) {
        bool inside = false;
        for (size_t r = 0; r < country->polygons[i].count; r++)
            inside ^= ring_holds(atlas, &country->polygons[i].rings[r], (LonLat){lon, lat});
        if (inside) return &country->polygons[i];
    }
    return NULL;
}

const char *world_code_at(const Atlas *atlas, double lon, double lat) {
    for (size_t i = 0; i < atlas_country_count(atlas); i++)
        if (world_polygon_at(atlas, atlas_country(atlas, i), lon, lat)) return atlas_country(atlas, i)->code;
    return "";
}

static bool is(const Atlas *atlas, int country, const char *code) {
    return country >= 0 && !strcmp(atlas_country(atlas, (size_t)country)->code, code);
}

size_t world_borders(const Atlas *atlas, const char *one, const char *other) {
    size_t count = 0;
    for (size_t i = 0; i < atlas_arc_count(atlas); i++) {
        const Arc *arc = atlas_arc(atlas, i);
        count += (is(atlas, arc->left, one) && is(atlas, arc->right, other)) ||
                 (is(atlas, arc->left, other) && is(atlas, arc->right, one));
    }
    return count;
}

void world_expect(const dateline_atlas_options *options, dateline_status status, const char *message) {
    dateline_error error = {0};
    char text[1024];
    assert_null(dateline_atlas_load(options, &error));
    assert_string_equal(dateline_error_text(&error, text, sizeof text), message);
    assert_int_equal(error.status, status);
}
