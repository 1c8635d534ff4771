/*
 * Our side of the comparison with d3-geo: polygons from standard input, projected, to standard output.
 * Polygons come as text: `P n` for a polygon of n rings, `R n` for a ring of n positions, then n lines of
 * longitude and latitude. Out go `S scale x y` (the scale and where the centre is), then for each polygon a
 * `P` line and for each of its rings on the page a line of coordinates.
 *
 * Usage: draw_rings PROJECTION LON LAT ROLL PARALLEL1 PARALLEL2 WIDTH HEIGHT < polygons
 */
#include "../../src/geo/geo.h"

#include <stdio.h>
#include <stdlib.h>

static bool read_ring(LonLats *ring) {
    size_t count;
    if (scanf(" R %zu", &count) != 1 || count > 10000000) return false;
    LonLat *items = malloc(sizeof *items * (count + 1));
    for (size_t i = 0; items && i < count; i++)
        if (scanf("%lf %lf", &items[i].lon, &items[i].lat) != 2) {
            free(items);
            return false;
        }
    *ring = (LonLats){items, count};
    return items != NULL;
}

static void print_outline(const Outline *outline) {
    const Point *point = outline->points.items;
    puts("P");
    for (size_t i = 0; i < outline->verbs.count; i++) {
        if (outline->verbs.items[i] == OUTLINE_CLOSE) {
            putchar('\n');
        } else {
            printf("%.4f %.4f ", point->x, point->y);
            point++;
        }
    }
}

static bool draw_polygon(const Projector *projector, size_t count, Outline *outline) {
    LonLats rings[1000];
    size_t read = 0;
    bool good = count <= sizeof rings / sizeof *rings;
    while (good && read < count && read_ring(&rings[read])) read++;
    good = good && read == count;
    outline_clear(outline);
    if (good) project_polygon(projector, rings, count, outline);
    print_outline(outline);
    while (read > 0) free((void *)rings[--read].items);
    return good;
}

static Projector *open_projector(char **arguments, dateline_error *error) {
    ProjectorOptions options = {arguments[0],
                                {atof(arguments[1]), atof(arguments[2]), atof(arguments[3])},
                                {atof(arguments[4]), atof(arguments[5])}};
    Projector *projector = projector_new(&options, error);
    if (!projector) return NULL;
    Outline sphere = {0};
    Box page = {0, 0, atof(arguments[6]), atof(arguments[7])};
    project_sphere(projector, &sphere);
    projector_fit(projector, outline_box_of(&sphere), page);
    outline_free(&sphere);
    return projector;
}

int main(int count, char **arguments) {
    dateline_error error = {0};
    if (count != 9)
        return fputs("usage: draw_rings PROJECTION LON LAT ROLL PARALLEL1 PARALLEL2 WIDTH HEIGHT\n", stderr),
               2;
    Projector *projector = open_projector(arguments + 1, &error);
    if (!projector) return fprintf(stderr, "%s\n", error.message), 1;
    Point center = {0, 0};
    project_point(projector, (LonLat){atof(arguments[2]), atof(arguments[3])}, &center);
    printf("S %.9g %.9g %.9g\n", projector_scale(projector), center.x, center.y);
    Outline outline = {0};
    size_t rings;
    bool good = true;
    while (good && scanf(" P %zu", &rings) == 1) good = draw_polygon(projector, rings, &outline);
    outline_free(&outline);
    projector_free(projector);
    return good && feof(stdin) ? 0 : 1;
}
