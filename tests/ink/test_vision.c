/* Tests of src/ink/vision.c: CIEDE2000 against the pairs that Sharma, Wu and Dalal published, and the colours
 * that a lack of cones leaves. */
#include "../base/scratch.h"

#include "ink/vision.h"

#include <math.h>

static void the_published_pairs_come_out_to_four_decimals(void **state) {
    (void)state;
    static const double pairs[][7] = {
        {50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
        {50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615},
        {50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412},
        {50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000},
        {50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000},
        {50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000},
        {50, 0, 0, 50, -1, 2, 2.3669},
        {50, -1, 2, 50, 0, 0, 2.3669},
        {50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792},
        {50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792},
        {50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195},
        {50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195},
        {50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045},
        {50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045},
        {50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461},
        {50, 2.5, 0, 50, 0, -2.5, 4.3065},
        {50, 2.5, 0, 73, 25, -18, 27.1492},
        {50, 2.5, 0, 61, -5, 29, 22.8977},
        {50, 2.5, 0, 56, -27, -3, 31.9030},
        {50, 2.5, 0, 58, 24, 15, 19.4535},
        {50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000},
        {50, 2.5, 0, 50, 3.2972, 0, 1.0000},
        {50, 2.5, 0, 50, 1.8634, 0.5757, 1.0000},
        {50, 2.5, 0, 50, 3.2592, 0.3350, 1.0000},
        {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644},
        {63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630},
        {61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731},
        {35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645},
        {22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373},
        {36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146},
        {90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441},
        {90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381},
        {6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377},
        {2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        const double *p = pairs[i];
        LabColour first = {p[0], p[1], p[2]}, second = {p[3], p[4], p[5]};
        double there = lab_difference(first, second), back = lab_difference(second, first);
        if (fabs(there - p[6]) > 5e-5) fail_msg("pair %zu: %.4f, expected %.4f", i + 1, there, p[6]);
        if (fabs(there - back) > 1e-9) fail_msg("pair %zu: %.6f and back %.6f", i + 1, there, back);
    }
}

static Colour parse(const char *text) {
    Colour colour;
    assert_true(colour_parse(text, &colour));
    return colour;
}

static void lab_of_known_colours_is_right(void **state) {
    (void)state;
    static const struct {
        const char *colour;
        double light, a, b;
    } rows[] = {
        {"#ffffff", 100, 0, 0},           {"#000000", 0, 0, 0},
        {"#ff0000", 53.24, 80.09, 67.20}, {"#0000ff", 32.30, 79.19, -107.86},
        {"#777777", 50.03, 0, 0},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        LabColour lab = lab_colour(parse(rows[i].colour));
        assert_true(fabs(lab.light - rows[i].light) < 0.02);
        assert_true(fabs(lab.a - rows[i].a) < 0.02 && fabs(lab.b - rows[i].b) < 0.02);
    }
}

static void a_lack_of_cones_brings_together_what_it_should(void **state) {
    (void)state;
    static const struct {
        Vision vision;
        const char *first, *second;
    } rows[] = {
        {VISION_PROTAN, "#806000", "#4f7000"},
        {VISION_DEUTAN, "#b06a00", "#7a8000"},
        {VISION_TRITAN, "#0080a0", "#00886a"},
        {VISION_GREY, "#b3261e", "#3a6a3a"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Colour first = parse(rows[i].first), second = parse(rows[i].second);
        double full = colour_difference(first, second);
        double left =
            colour_difference(colour_seen(first, rows[i].vision), colour_seen(second, rows[i].vision));
        if (left > full * 0.75) fail_msg("row %zu: %.1f of %.1f", i, left, full);
    }
}

static void white_black_and_full_sight_stay_what_they_are(void **state) {
    (void)state;
    for (Vision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        assert_true(colour_difference(colour_seen(parse("#ffffff"), vision), parse("#ffffff")) < 0.5);
        assert_true(colour_difference(colour_seen(parse("#000000"), vision), parse("#000000")) < 0.5);
        assert_non_null(vision_name(vision));
    }
    assert_true(colour_difference(colour_seen(parse("#3579b1"), VISION_FULL), parse("#3579b1")) < 1e-9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_pairs_come_out_to_four_decimals),
        cmocka_unit_test(lab_of_known_colours_is_right),
        cmocka_unit_test(a_lack_of_cones_brings_together_what_it_should),
        cmocka_unit_test(white_black_and_full_sight_stay_what_they_are),
    };
    return cmocka_run_group_tests_name("ink/vision", tests, NULL, NULL);
}
