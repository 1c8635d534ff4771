/* What a picture carries for the document it stands in: ids that do not collide, facts for scripts, links,
 * shapes or fonts for text, and what it was made from. */
#include "paint/base64.h"
#include "paint/link.h"
#include "paint/svg.h"
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static Scene *page_with(PageInfo info) {
    Scene *scene = scene_new(&info);
    add_box(scene, (Box){0, 0, 10, 10}, (Fill){.colour = WHITE}, (Pen){0});
    scene_group(scene, &(GroupMark){.id = "map-irq",
                                    .kind = "country",
                                    .title = "Iraq: hit",
                                    .country = "IRQ",
                                    .roles = "target",
                                    .name = "\"Iraq\" <b>",
                                    .value = "3"});
    add_box(scene, (Box){10, 10, 70, 60}, (Fill){.hatched = true, .hatch = {45, 8, 2.2, 1.1, RED, WHITE}},
            (Pen){0});
    scene_end(scene);
    scene_group(scene, &(GroupMark){.id = "map-fra", .kind = "country", .title = "France", .country = "FRA"});
    add_box(scene, (Box){70, 10, 130, 60}, (Fill){.colour = BLUE}, (Pen){0});
    scene_end(scene);
    scene_text(scene, &(TextMark){.text = "Source: https://example.org/a?b=1&c. <x>",
                                  .at = {10, 100},
                                  .font = {"Noto Sans", 15, FONT_BOLD, false, 0},
                                  .colour = INK,
                                  .halo = 2,
                                  .halo_colour = WHITE,
                                  .width = 90});
    return scene;
}

static char *svg_of(PageInfo info, SvgUse use) {
    Text text = {0};
    Scene *scene = page_with(info);
    assert_true(svg_add_page(&text, scene, &use, NULL));
    scene_free(scene);
    return text_take(&text);
}

static int count_of(const char *text, const char *part) {
    int count = 0;
    for (const char *at = text; (at = strstr(at, part)); at++) count++;
    return count;
}

static void every_id_and_every_reference_has_the_prefix(void **state) {
    (void)state;
    PageInfo info = sample_info();
    info.id_prefix = "one-";
    char *svg = svg_of(info, (SvgUse){0});
    assert_true(count_of(svg, " id=\"") >= 6);
    assert_int_equal(count_of(svg, " id=\""), count_of(svg, " id=\"one-"));
    assert_int_equal(count_of(svg, "href=\"#"), count_of(svg, "href=\"#one-"));
    assert_int_equal(count_of(svg, "url(#"), count_of(svg, "url(#one-"));
    assert_non_null(strstr(svg, "aria-labelledby=\"one-_title\" aria-describedby=\"one-_description\""));
    free(svg);
}

static void countries_carry_facts_that_are_no_markup(void **state) {
    (void)state;
    char *svg = svg_of(sample_info(), (SvgUse){0});
    assert_non_null(strstr(svg, " data-country=\"IRQ\" data-name=\"&quot;Iraq&quot; &lt;b&gt;\""
                                " data-roles=\"target\" data-value=\"3\">"));
    free(svg);
}

static void a_country_is_one_link_where_a_document_asks_for_it(void **state) {
    (void)state;
    char *svg = svg_of(sample_info(), (SvgUse){.fragment = true, .link = "#e-"});
    assert_int_equal(strncmp(svg, "<svg ", 5), 0);
    assert_non_null(strstr(svg, " role=\"group\" aria-labelledby="));
    assert_non_null(strstr(svg, " direction=\"ltr\"")); /* whatever the document's is */
    assert_non_null(strstr(svg, " xlink:href=\"#e-irq\" aria-label=\"Iraq: hit\""));
    assert_non_null(
        strstr(svg, "data-country=\"FRA\" aria-hidden=\"true\"")); /* it has no part in the story */
    assert_int_equal(count_of(svg, "<a "), count_of(svg, "</a>"));
    assert_int_equal(count_of(svg, "<g") - count_of(svg, "<g/>"), count_of(svg, "</g>"));
    free(svg);
}

static void a_responsive_page_has_no_height(void **state) {
    (void)state;
    PageInfo info = sample_info();
    info.responsive = true;
    char *svg = svg_of(info, (SvgUse){0});
    assert_non_null(strstr(svg, " width=\"100%\" viewBox=\"0 0 200 120\""));
    assert_null(strstr(svg, " height=\""));
    free(svg);
}

static void outlined_text_keeps_its_words(void **state) {
    (void)state;
    PageInfo info = sample_info();
    info.text_form = TEXT_AS_OUTLINES;
    char *svg = svg_of(info, (SvgUse){0});
    assert_null(strstr(svg, "<text"));
    assert_non_null(strstr(svg, " aria-label=\"Source: https://example.org/a?b=1&amp;c. &lt;x&gt;\""));
    free(svg);
}

static void embedded_fonts_are_subsets(void **state) {
    (void)state;
    PageInfo info = sample_info();
    info.text_form = TEXT_WITH_FONTS;
    char *svg = svg_of(info, (SvgUse){0});
    assert_int_equal(count_of(svg, "@font-face{font-family:'Noto Sans';font-weight:bold;font-style:normal;"
                                   "src:url(data:font/ttf;base64,"),
                     1);
    assert_true(strlen(svg) < 60000);
    free(svg);
}

static void the_page_says_what_it_was_made_from(void **state) {
    (void)state;
    static const char *const formats[] = {"svg", "png", "pdf"};
    PageInfo info = sample_info();
    info.licence = "Public domain";
    info.provenance = (Provenance){"Natural Earth 9, 50m", "aa11", "bb22", "cc33"};
    for (size_t i = 0; i < 3; i++) {
        static const char *const said[] = {"Public domain", "dateline 0.1", "Natural Earth 9, 50m",
                                           "sha256:aa11",   "sha256:bb22",  "sha256:cc33"};
        Scene *scene = page_with(info);
        Text text = {0};
        paint_into(scene, formats[i], &text);
        for (size_t j = 0; j < sizeof said / sizeof *said; j++)
            if (!memmem(text.bytes, text.size, said[j], strlen(said[j])))
                fail_msg("%s lacks %s", formats[i], said[j]);
        text_free(&text);
        scene_free(scene);
    }
}

static void only_addresses_of_the_web_become_links(void **state) {
    (void)state;
    static const struct {
        const char *text, *address;
    } rows[] = {{"Source: https://example.org/a. Borders", "https://example.org/a"},
                {"see http://a.b/c?d=e, too", "http://a.b/c?d=e"},
                {"http and https", NULL},
                {"https://", NULL},
                {"https://.", NULL},
                {"javascript:alert(1)", NULL},
                {"<https://a.b>", "https://a.b"},
                {"news report", NULL}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t start = 0, size = 0;
        assert_int_equal(link_find(rows[i].text, &start, &size), rows[i].address != NULL);
        if (!rows[i].address) continue;
        assert_int_equal(size, strlen(rows[i].address));
        assert_memory_equal(rows[i].text + start, rows[i].address, size);
    }
}

static void an_address_is_a_link_in_svg_and_pdf(void **state) {
    (void)state;
    char *svg = svg_of(sample_info(), (SvgUse){0});
    assert_non_null(strstr(svg, "<a xlink:href=\"https://example.org/a?b=1&amp;c\">"));
    free(svg);
    Scene *scene = page_with(sample_info());
    Text text = {0};
    paint_into(scene, "pdf", &text);
    static const char link[] = "/A<</S/URI/URI(https://example.org/a?b=1&c)>>";
    assert_non_null(memmem(text.bytes, text.size, link, strlen(link)));
    text_free(&text);
    scene_free(scene);
}

/* PDF/UA-1, 7.18.5: a link is an element of the structure that refers to the annotation, which has words. */
static void a_screen_reader_is_told_of_the_link_in_a_pdf(void **state) {
    (void)state;
    Scene *scene = page_with(sample_info());
    Text text = {0};
    paint_into(scene, "pdf", &text);
    static const char *const parts[] = {"/StructParent 1/Rect",
                                        "/Contents<FEFF00680074007400700073",
                                        "/S/Link/P",
                                        "/Alt<FEFF00680074007400700073",
                                        "/K<</Type/OBJR/Obj ",
                                        "/ParentTreeNextKey 2"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!memmem(text.bytes, text.size, parts[i], strlen(parts[i]))) fail_msg("no %s", parts[i]);
    text_free(&text);
    scene_free(scene);
}

static void base64_is_that_of_the_rfc(void **state) {
    (void)state;
    static const char *const rows[][2] = {{"", ""},
                                          {"f", "Zg=="},
                                          {"fo", "Zm8="},
                                          {"foo", "Zm9v"},
                                          {"foob", "Zm9vYg=="},
                                          {"fooba", "Zm9vYmE="},
                                          {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text text = {0};
        text_add(&text, "");
        base64_add(&text, rows[i][0], strlen(rows[i][0]));
        assert_string_equal(text.bytes ? text.bytes : "", rows[i][1]);
        text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_id_and_every_reference_has_the_prefix),
        cmocka_unit_test(countries_carry_facts_that_are_no_markup),
        cmocka_unit_test(a_country_is_one_link_where_a_document_asks_for_it),
        cmocka_unit_test(a_responsive_page_has_no_height),
        cmocka_unit_test(outlined_text_keeps_its_words),
        cmocka_unit_test(embedded_fonts_are_subsets),
        cmocka_unit_test(the_page_says_what_it_was_made_from),
        cmocka_unit_test(only_addresses_of_the_web_become_links),
        cmocka_unit_test(an_address_is_a_link_in_svg_and_pdf),
        cmocka_unit_test(a_screen_reader_is_told_of_the_link_in_a_pdf),
        cmocka_unit_test(base64_is_that_of_the_rfc),
    };
    return cmocka_run_group_tests_name("paint/documents", tests, NULL, NULL);
}
