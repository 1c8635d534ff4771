/* The SVG as text: exact for a small page, harmless whatever the article says, well-formed by another's
 * parser. */
#include "paint/svg_data.h"
#include "paint/xml.h"
#include "sample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void assert_painted(const Scene *scene, const char *expected) {
    Text text = {0};
    paint_into(scene, "svg", &text);
    const char *marks = strstr(text.bytes, "</metadata>\n");
    assert_non_null(marks);
    assert_string_equal(marks + strlen("</metadata>\n"), expected);
    text_free(&text);
}

static void a_small_page_is_written_exactly(void **state) {
    (void)state;
    static const char expected[] =
        "<path fill=\"#ffffff\" d=\"m0 0h200v120h-200z\"/>\n"
        "<g id=\"IRQ\" class=\"country irq participant striker\" data-country=\"IRQ\" "
        "data-roles=\"participant striker\"><title>A country</title>\n"
        "<clipPath id=\"_c2\"><path id=\"_p2\" d=\"m10 10h60v50h-60z\"/></clipPath>\n"
        "<use xlink:href=\"#_p2\" fill=\"#3579b1\"/>\n"
        "<g clip-path=\"url(#_c2)\" fill=\"none\"><g stroke=\"#ffffff\" stroke-width=\"4.4\"><path id=\"_h2\""
        " d=\"m5.6 5.7.1-.1m-.1 11.4 11.4-11.4m-11.4 22.7 22.7-22.7m-22.7 34.1 34.1-34.1m-34.1 45.4 45.4-45.4"
        "m-45.4 56.7 56.7-56.7m-47.5 58.8 58.8-58.8m-47.5 58.8 48.3-48.3m-37 48.3 37-37m-25.7 37 25.7-25.7"
        "m-14.3 25.7 14.3-14.3m-3 14.3 3-3\"/></g>\n"
        "<use xlink:href=\"#_h2\" fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2.2\"/>\n"
        "</g>\n"
        "<use xlink:href=\"#_p2\" fill=\"none\" stroke=\"#b3261e\" stroke-width=\"1.3\"/>\n"
        "</g>\n"
        "<g id=\"FRA\" class=\"country fra participant striker\" data-country=\"FRA\" "
        "data-roles=\"participant striker\"><title>A country</title>\n"
        "<path fill=\"#3579b1\" stroke=\"#b3261e\" stroke-width=\"1.3\" d=\"m70 10h60v50h-60z\"/>\n"
        "</g>\n"
        "<path fill=\"none\" stroke=\"#16202a\" stroke-width=\"0.8\" stroke-linecap=\"butt\""
        " stroke-dasharray=\"2.2 1.8\" d=\"m10 70h180\"/>\n"
        "<clipPath id=\"_c8\"><path d=\"m156 10h28c3.31 0 6 2.69 6 6v28c0 3.31-2.69 6-6 6h-28c-3.31 "
        "0-6-2.69-6-6v-28"
        "c0-3.31 2.69-6 6-6z\"/></clipPath>\n"
        "<g id=\"inset\" class=\"inset\" clip-path=\"url(#_c8)\">\n"
        "<path fill=\"#3579b1\" fill-opacity=\"0.502\" stroke=\"#16202a\" stroke-width=\"2\" d=\"m150 "
        "20c16.57 0 30"
        " 13.43 30 30 0 16.57-13.43 30-30 30-16.57 0-30-13.43-30-30 0-16.57 13.43-30 30-30z\"/>\n"
        "</g>\n"
        "<use xlink:href=\"#_t11\" aria-hidden=\"true\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4\""
        " opacity=\"0.78\"/>\n"
        "<g fill=\"#16202a\"><text id=\"_t11\" x=\"100\" y=\"40\" text-anchor=\"middle\" textLength=\"50.22\""
        " lengthAdjust=\"spacingAndGlyphs\" font-size=\"15\" font-weight=\"bold\">France</text></g>\n"
        "<text fill=\"#16202a\" x=\"155.88\" y=\"90\" letter-spacing=\"1.5\""
        " font-size=\"15\" font-weight=\"bold\">SEA</text>\n"
        "<text fill=\"#16202a\" x=\"29.89\" y=\"105\" text-anchor=\"middle\" direction=\"rtl\" "
        "textLength=\"39.78\""
        " lengthAdjust=\"spacingAndGlyphs\" font-size=\"15\" font-weight=\"bold\">العراق</text>\n"
        "</svg>\n";
    Scene *scene = sample_page();
    assert_painted(scene, expected);
    scene_free(scene);
}

static void the_root_says_what_the_picture_is(void **state) {
    (void)state;
    static const struct {
        double points;
        const char *size;
    } rows[] = {{0.75, " width=\"200\" height=\"120\" viewBox=\"0 0 200 120\""},
                {1, " width=\"70.556mm\" height=\"42.333mm\" viewBox=\"0 0 200 120\""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        PageInfo info = sample_info();
        info.points_per_unit = rows[i].points;
        Scene *scene = scene_new(&info);
        Text text = {0};
        paint_into(scene, "svg", &text);
        assert_non_null(strstr(text.bytes, rows[i].size));
        assert_non_null(strstr(text.bytes,
                               " xml:lang=\"en\" lang=\"en\" role=\"img\" aria-labelledby=\"_title\" "
                               "aria-describedby=\"_description\""));
        assert_non_null(strstr(text.bytes, "<title id=\"_title\">Talks &amp; strikes</title>\n"));
        assert_non_null(
            strstr(text.bytes, "<desc id=\"_description\">A map of &quot;two&quot; countries</desc>\n"));
        text_free(&text);
        scene_free(scene);
    }
}

static void text_cannot_become_markup(void **state) {
    (void)state;
    static const struct {
        const char *given, *written;
    } rows[] = {
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"]]>", "]]&gt;"},
        {"<!-- & -->", "&lt;!-- &amp; --&gt;"},
        {"\" onload=\"x", "&quot; onload=&quot;x"},
        {"&amp;", "&amp;amp;"},
        {"tab\tline\nreturn\r", "tab line return "},
        {"\x01\x1B[31m", "\xEF\xBF\xBD\xEF\xBF\xBD[31m"},
        {"\xE2\x80\xAEqarI\xE2\x80\xAC", "qarI"},
        {"\xC0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xEF\xBF\xBF", "\xEF\xBF\xBD"},
        {"Côte d’Ivoire – العراق", "Côte d’Ivoire – العراق"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text text = {0};
        xml_add(&text, rows[i].given);
        assert_string_equal(text.bytes, rows[i].written);
        text_free(&text);
    }
}

static void ids_are_valid_and_no_two_are_alike(void **state) {
    (void)state;
    static const struct {
        const char *wish, *id;
    } rows[] = {{"country-FRA", "country-FRA"},
                {"country-FRA", "country-FRA-2"},
                {"country-FRA", "country-FRA-3"},
                {"country-FRA-2", "country-FRA-2-2"},
                {"1st", "id-1st"},
                {"_c2", "id-_c2"},
                {"a b\"<é", "a-b----"},
                {"", "id-"},
                {"x:y.z", "x:y.z"}};
    XmlIds ids = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(xml_id(&ids, rows[i].wish), rows[i].id);
    xml_ids_free(&ids);
}

typedef struct Step {
    char verb;
    double x, y;
} Step;

static void path_data_is_as_short_as_it_goes(void **state) {
    (void)state;
    static const struct {
        Step steps[8];
        const char *data;
    } rows[] = {
        {{{'M', 1.04, 2}, {'L', 1.55, 1.5}, {'L', 3, 3}, {'Z', 0, 0}}, "m1 2 .6-.5 1.4 1.5z"},
        {{{'M', 10, 10}, {'L', 20, 10}, {'L', 20, 30}, {'L', 10, 10}, {'Z', 0, 0}}, "m10 10h10v20z"},
        {{{'M', 0, 0}, {'L', 0.04, 0.04}, {'L', 5, 0}}, "m0 0h5"},
        {{{'M', 3, 3}, {'L', 3.01, 3.02}, {'Z', 0, 0}}, ""},
        {{{'M', 3, 3}, {'M', 4, 4}, {'L', 5, 6}}, "m4 4 1 2"},
        {{{'M', 1, 1}, {'L', 2, 2}, {'Z', 0, 0}, {'M', 5, 5}, {'L', 4, 4.5}}, "m1 1 1 1zm4 4-1-.5"},
        {{{'M', -0.5, -0.25}, {'L', 0, -0.04}}, "m-.5-.3.5.3"},
        {{{'M', 1, 1}, {'L', 1e300, 1}}, "m1 1h99999999"},
        {{{'M', 1, 1}, {'L', NAN, 2}}, "m1 1 99999999 1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Outline outline = {0};
        Text text = {0};
        text_add(&text, "");
        for (const Step *step = rows[i].steps; step->verb; step++) {
            if (step->verb == 'M') outline_move(&outline, step->x, step->y);
            if (step->verb == 'L') outline_line(&outline, step->x, step->y);
            if (step->verb == 'Z') outline_close(&outline);
        }
        bool any = svg_data_add(&text, &outline);
        assert_int_equal(any, text.size > 0);
        assert_string_equal(text.bytes, rows[i].data);
        outline_free(&outline);
        text_free(&text);
    }
}

/* Reads "dx dy" pairs as a renderer does and adds them up. */
static void thousands_of_steps_do_not_drift(void **state) {
    (void)state;
    Outline outline = {0};
    outline_move(&outline, 0, 0);
    for (int i = 1; i <= 5000; i++) outline_line(&outline, i * 0.333, i * 0.1666 + (i % 2));
    Text text = {0};
    svg_data_add(&text, &outline);
    double x = 0, y = 0, *to[] = {&x, &y};
    const char *at = text.bytes, *end;
    double step;
    for (int i = 0; *at; at++) {
        while (number_parse(at, &end, &step)) {
            *to[i++ % 2] += step;
            at = end;
        }
        if (!*at) break;
    }
    assert_true(fabs(x - 5000 * 0.333) < 0.051 && fabs(y - 5000 * 0.1666) < 0.051);
    outline_free(&outline);
    text_free(&text);
}

static Scene *hostile_page(void) {
    static const char evil[] = "</text></svg><script>alert('x')</script>]]>&\"\x01\xE2\x80\xAE\xFF";
    PageInfo info = sample_info();
    info.title = info.description = info.credits = info.language = evil;
    Scene *scene = scene_new(&info);
    scene_group(scene, &(GroupMark){.id = evil, .kind = evil, .title = evil, .country = evil, .roles = evil});
    scene_text(
        scene,
        &(TextMark){.text = evil, .font = {.family = evil, .size = 9}, .colour = INK, .language = evil});
    scene_group(scene, &(GroupMark){.id = evil, .kind = ""});
    return scene;
}

static void write_file(const char *path, const Scene *scene) {
    dateline_error error = {0};
    if (!dateline_paint_file(scene, path, &error)) fail_msg("%s", error.message);
}

static void a_hostile_page_holds_no_script(void **state) {
    (void)state;
    Scene *scene = hostile_page();
    Text text = {0};
    paint_into(scene, "svg", &text);
    assert_null(strstr(text.bytes, "<script"));
    assert_null(strstr(text.bytes, "\xE2\x80\xAE"));
    assert_null(strchr(text.bytes, 1));
    assert_int_equal(utf8_valid_until(text.bytes, text.size), text.size);
    text_free(&text);
    scene_free(scene);
}

static void xmllint_finds_no_fault(void **state) {
    (void)state;
    if (!has_program("xmllint")) skip();
    Scene *scenes[] = {sample_page(), hostile_page()};
    for (int i = 0; i < 2; i++) {
        char path[] = "/tmp/dateline-test-XXXXXX.svg", command[256];
        int file = mkstemps(path, 4);
        assert_true(file >= 0);
        write_file(path, scenes[i]);
        snprintf(command, sizeof command, "xmllint --noout --nonet %s", path);
        assert_int_equal(system(command), 0);
        remove(path);
        scene_free(scenes[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_page_is_written_exactly),
        cmocka_unit_test(the_root_says_what_the_picture_is),
        cmocka_unit_test(text_cannot_become_markup),
        cmocka_unit_test(ids_are_valid_and_no_two_are_alike),
        cmocka_unit_test(path_data_is_as_short_as_it_goes),
        cmocka_unit_test(thousands_of_steps_do_not_drift),
        cmocka_unit_test(a_hostile_page_holds_no_script),
        cmocka_unit_test(xmllint_finds_no_fault),
    };
    return cmocka_run_group_tests_name("paint/svg", tests, NULL, NULL);
}
