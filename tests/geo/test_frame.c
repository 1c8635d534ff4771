/* The world's outline, graticules and boxes of longitude and latitude. */
#include "rings.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* On the unit sphere: width, height and area of the world at any centre. */
static void the_world_has_its_size_and_shape(void **state) {
    (void)state;
    const struct {
        const char *name;
        double width, height, area;
    } rows[] = {
        {"equirectangular", 2 * M_PI, M_PI, 2 * M_PI * M_PI},
        {"mercator", 2 * M_PI, 2 * M_PI, 4 * M_PI * M_PI},
        {"gall-peters", M_PI * M_SQRT2, 2 * M_SQRT2, 4 * M_PI},
        {"mollweide", 4 * M_SQRT2, 2 * M_SQRT2, 4 * M_PI},
        {"equal-earth", 5.413255, 2.634746, 4 * M_PI},
        {"eckert4", 5.306008, 2.653001, 4 * M_PI},
        {"robinson", 5.332539, 2.704600, 12.590197},
        {"winkel-tripel", 5.141593, M_PI, 13.300184},
        {"orthographic", 2, 2, M_PI},
        {"azimuthal-equal-area", 4, 4, 4 * M_PI},
        {"azimuthal-equidistant", 2 * M_PI, 2 * M_PI, M_PI * M_PI * M_PI},
        {"stereographic", 11.616843, 11.616843, 105.9921},
    };
    const Center centers[] = {{0, 0, 0}, {180, 0, 0}, {37, 52, 0}, {-100, -90, 45}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int k = 0; k < 4; k++) {
            Projector *projector = projector_new(&(ProjectorOptions){rows[i].name, centers[k], {0, 0}}, NULL);
            Outline sphere = {0};
            project_sphere(projector, &sphere);
            Box box = outline_box_of(&sphere);
            double area = outline_area(&sphere);
            if (fabs(box_width(box) - rows[i].width) > 2e-4 ||
                fabs(box_height(box) - rows[i].height) > 2e-4 || fabs(area / rows[i].area - 1) > 1e-3)
                fail_msg("%s is %.6f by %.6f, area %.6f", rows[i].name, box_width(box), box_height(box),
                         area);
            outline_free(&sphere);
            projector_free(projector);
        }
}

static size_t count_verbs(const Outline *outline, OutlineVerb verb) {
    size_t count = 0;
    for (size_t i = 0; i < outline->verbs.count; i++) count += outline->verbs.items[i] == (uint8_t)verb;
    return count;
}

static void the_world_is_one_closed_ring(void **state) {
    (void)state;
    size_t count;
    const char *const *names = projection_names(&count);
    for (size_t i = 0; i < count; i++) {
        Projector *projector = world_projector(names[i], (Center){10, 20, 30});
        Outline sphere = {0};
        project_sphere(projector, &sphere);
        assert_int_equal(count_verbs(&sphere, OUTLINE_MOVE), 1);
        assert_int_equal(count_verbs(&sphere, OUTLINE_CLOSE), 1);
        outline_free(&sphere);
        projector_free(projector);
    }
}

static void parallels_run_along_the_parallel(void **state) {
    (void)state;
    Projector *projector = world_projector("equirectangular", (Center){0, 0, 0});
    Outline outline = {0};
    double degree = projector_scale(projector) * M_PI / 180;
    project_lonlat_box(projector, -30, 40, 100, 60, &outline);
    Box box = outline_box_of(&outline);
    assert_true(fabs(box.top + 60 * degree) < 0.2 && fabs(box.bottom + 40 * degree) < 0.2);
    assert_true(fabs(box.left + 30 * degree) < 0.2 && fabs(box.right - 100 * degree) < 0.2);
    assert_true(fabs(outline_area(&outline) / (degree * degree) - 130 * 20) < 1);
    outline_free(&outline);
    projector_free(projector);
}

/* West, south, east, north, and the share of the sphere. */
static void lonlat_boxes_have_their_area(void **state) {
    (void)state;
    const struct {
        double west, south, east, north;
    } rows[] = {{-30, 40, 100, 60},  {170, -20, -170, 10},  {-180, -90, 180, 90},
                {-180, 50, 180, 90}, {-180, -90, 180, -60}, {0, -20, 360, 20},
                {-10, -90, 10, 90},  {20, -50, 19, 50},     {-180, 0, 0, 90}};
    const Center centers[] = {{0, 0, 0}, {180, 0, 0}, {60, 0, 0}, {10, 50, 0}, {0, 90, 0}, {-120, -35, 80}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (int k = 0; k < 6; k++) {
            Projector *projector = world_projector(k % 2 ? "mollweide" : "azimuthal-equal-area", centers[k]);
            Outline outline = {0};
            double width = rows[i].east - rows[i].west, degree = M_PI / 180;
            project_lonlat_box(projector, rows[i].west, rows[i].south, rows[i].east, rows[i].north, &outline);
            double expected = (width <= 0 ? width + 360 : width) * degree *
                              (sin(rows[i].north * degree) - sin(rows[i].south * degree));
            double area = filled_area(projector, &outline);
            if (fabs(area - expected) > 0.001 * expected)
                fail_msg("%g %g %g %g at %g %g: %g instead of %g", rows[i].west, rows[i].south, rows[i].east,
                         rows[i].north, centers[k].lon, centers[k].lat, area, expected);
            outline_free(&outline);
            projector_free(projector);
        }
}

static void boxes_without_room_draw_nothing(void **state) {
    (void)state;
    Projector *projector = world_projector("robinson", (Center){0, 0, 0});
    Outline outline = {0};
    project_lonlat_box(projector, 0, 10, 20, 10, &outline);
    project_lonlat_box(projector, 0, 20, 20, 10, &outline);
    project_lonlat_box(projector, NAN, 0, 20, 10, &outline);
    project_lonlat_box(projector, 0, NAN, 20, NAN, &outline);
    project_lonlat_box(projector, 0, 0, INFINITY, 10, &outline);
    assert_true(outline_is_empty(&outline));
    outline_free(&outline);
    projector_free(projector);
}

static void a_graticule_has_its_lines(void **state) {
    (void)state;
    Projector *projector = world_projector("equirectangular", (Center){0, 0, 0});
    Outline outline = {0};
    project_graticule(projector, 30, &outline);
    /* 12 meridians and 5 parallels; the one at 180 lies on the tear. */
    assert_int_equal(count_verbs(&outline, OUTLINE_MOVE), 17);
    assert_int_equal(count_verbs(&outline, OUTLINE_CLOSE), 0);
    outline_clear(&outline);
    project_graticule(projector, 0, &outline);
    project_graticule(projector, NAN, &outline);
    project_graticule(projector, -5, &outline);
    assert_true(outline_is_empty(&outline));
    outline_free(&outline);
    projector_free(projector);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_world_has_its_size_and_shape), cmocka_unit_test(the_world_is_one_closed_ring),
        cmocka_unit_test(parallels_run_along_the_parallel), cmocka_unit_test(lonlat_boxes_have_their_area),
        cmocka_unit_test(boxes_without_room_draw_nothing),  cmocka_unit_test(a_graticule_has_its_lines),
    };
    return cmocka_run_group_tests_name("geo/frame", tests, NULL, NULL);
}
