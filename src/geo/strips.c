/* See strips.h. */
#include "strips.h"

#include "../base/memory.h"

#include <math.h>
#include <stdlib.h>

static size_t strip_at(const Strips *strips, double y) {
    double strip = (y - strips->top) / strips->each;
    return strip <= 0 ? 0 : strip >= (double)strips->count ? strips->count - 1 : (size_t)strip;
}

/* Calls for every strip that a segment touches: counts it, or writes the index down. */
static void walk_strips(Strips *strips, size_t *places, bool write) {
    for (size_t i = 0; i < strips->segments->count; i++) {
        const Segment *s = &strips->segments->items[i];
        size_t last = strip_at(strips, fmax(s->from.y, s->to.y));
        for (size_t strip = strip_at(strips, fmin(s->from.y, s->to.y)); strip <= last; strip++) {
            if (write) strips->indices[places[strip]] = i;
            places[strip]++;
        }
    }
}

/* There are about as many strips as segments, but not so many that long segments are written down too often.
 */
static size_t strip_count(const Segments *segments, double height) {
    enum { MOST = 4096, ENTRIES_A_SEGMENT = 4 };
    double total = 0;
    for (size_t i = 0; i < segments->count; i++)
        total += fabs(segments->items[i].to.y - segments->items[i].from.y);
    double fitting = total > 0 ? ENTRIES_A_SEGMENT * (double)segments->count * height / total : 1;
    double count = fmin(fmin(fitting, (double)segments->count), MOST);
    return count >= 1 ? (size_t)count : 1;
}

void strips_make(Strips *strips, const Segments *segments, Box box) {
    size_t count = strip_count(segments, box_height(box));
    *strips = (Strips){segments, box.top, box_height(box) / (double)count, count, NULL, NULL};
    strips->starts = memory_new(sizeof *strips->starts * (count + 1));
    size_t *places = memory_new(sizeof *places * count);
    for (size_t i = 0; i < count; i++) places[i] = 0;
    walk_strips(strips, places, false);
    strips->starts[0] = 0;
    for (size_t i = 0; i < count; i++) {
        strips->starts[i + 1] = strips->starts[i] + places[i];
        places[i] = strips->starts[i];
    }
    strips->indices = memory_new(sizeof *strips->indices * strips->starts[count]);
    walk_strips(strips, places, true);
    free(places);
}

bool strips_contain(const Strips *strips, Point point) {
    size_t strip = strip_at(strips, point.y);
    bool inside = false;
    for (size_t i = strips->starts[strip]; i < strips->starts[strip + 1]; i++)
        inside ^= segment_is_right_of(&strips->segments->items[strips->indices[i]], point);
    return inside;
}

void strips_free(Strips *strips) {
    free(strips->starts);
    free(strips->indices);
}
