/*
 * Any rings, in any projection, at any centre, with and without a clip box: nothing may crash, everything
 * drawn is finite, and lies within the box. For libFuzzer; the bytes are a projection, a centre, a box, and
 * rings of positions in 16-bit steps.
 */
#include "../../src/geo/geo.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_RINGS = 8, MOST_POINTS = 512 };

typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

static unsigned take_byte(Bytes *bytes) {
    return bytes->at < bytes->end ? *bytes->at++ : 0;
}

static double take_share(Bytes *bytes) {
    unsigned high = take_byte(bytes);
    return (high * 256 + take_byte(bytes)) / 65535.0;
}

/* Degrees, with round ones often met; a few bytes stand for what is no position at all. */
static LonLat take_position(Bytes *bytes) {
    unsigned kind = take_byte(bytes);
    if (kind < 128)
        return (LonLat){(take_byte(bytes) % 25) * 15.0 - 180, (take_byte(bytes) % 13) * 15.0 - 90};
    if (kind == 255) return (LonLat){NAN, INFINITY};
    if (kind == 254) return (LonLat){1e300, -1e300};
    return (LonLat){take_share(bytes) * 360 - 180, take_share(bytes) * 180 - 90};
}

static Projector *take_projector(Bytes *bytes) {
    size_t count;
    const char *const *names = projection_names(&count);
    const char *name = names[take_byte(bytes) % count];
    LonLat center = take_position(bytes);
    double roll = take_byte(bytes) & 1 ? take_share(bytes) * 360 - 180 : 0;
    Projector *projector = projector_new(
        &(ProjectorOptions){.projection = name, .center = {center.lon, center.lat, roll}}, NULL);
    projector_place(projector, 1 + take_byte(bytes), (Point){0, 0});
    return projector;
}

static void expect_sound(const Outline *outline, Box box) {
    size_t points = 0;
    for (size_t i = 0; i < outline->verbs.count; i++) points += outline->verbs.items[i] != OUTLINE_CLOSE;
    if (points != outline->points.count) abort();
    if (outline->verbs.count && outline->verbs.items[0] != OUTLINE_MOVE) abort();
    for (size_t i = 0; i < outline->points.count; i++)
        if (!isfinite(outline->points.items[i].x) || !isfinite(outline->points.items[i].y)) abort();
    if (!outline_is_empty(outline) && !box_is_empty(box) &&
        !box_contains(box_grown(box, 1e-6), outline_box_of(outline)))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static LonLat positions[MOST_POINTS];
    LonLats rings[MOST_RINGS];
    Bytes bytes = {data, data + size};
    Projector *projector = take_projector(&bytes);
    Box box = BOX_EMPTY;
    if (take_byte(&bytes) & 1) {
        box = (Box){take_share(&bytes) * 400 - 300, take_share(&bytes) * 400 - 300, take_share(&bytes) * 300,
                    take_share(&bytes) * 300};
        projector_clip(projector, box);
    }
    size_t count = 0, used = 0;
    while (bytes.at < bytes.end && count < MOST_RINGS && used < MOST_POINTS) {
        size_t wanted = take_byte(&bytes), first = used;
        while (used - first < wanted && used < MOST_POINTS && bytes.at < bytes.end)
            positions[used++] = take_position(&bytes);
        rings[count++] = (LonLats){positions + first, used - first};
    }
    Outline outline = {0};
    project_polygon(projector, rings, count, &outline);
    for (size_t i = 0; i < count; i++) project_line(projector, rings[i], &outline);
    expect_sound(&outline, box);
    Point point;
    double distance;
    inner_point(&outline, 4, &point, &distance);
    outline_free(&outline);
    projector_free(projector);
    return 0;
}
