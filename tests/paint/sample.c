/* See sample.h. */
#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

PageInfo sample_info(void) {
    return (PageInfo){.width = 200,
                      .height = 120,
                      .points_per_unit = 0.75,
                      .pixels_per_unit = 1,
                      .title = "Talks & strikes",
                      .description = "A map of \"two\" countries",
                      .language = "en",
                      .credits = "Source: tests"};
}

void add_box(Scene *scene, Box box, Fill fill, Pen pen) {
    Outline outline = {0};
    outline_box(&outline, box);
    scene_path(scene, &outline, fill, pen);
    outline_free(&outline);
}

static Scene *blank_page_at(double pixels_per_unit) {
    PageInfo info = sample_info();
    info.pixels_per_unit = pixels_per_unit;
    Scene *scene = scene_new(&info);
    add_box(scene, (Box){0, 0, info.width, info.height}, (Fill){.colour = WHITE}, (Pen){0});
    return scene;
}

Scene *blank_page(void) {
    return blank_page_at(1);
}

static void add_country(Scene *scene, const char *code, Box box, bool hatched) {
    Fill fill = {.colour = BLUE, .hatched = hatched, .hatch = {45, 8, 2.2, 1.1, RED, WHITE}};
    scene_group(scene, &(GroupMark){.id = code,
                                    .kind = "country",
                                    .title = "A country",
                                    .country = code,
                                    .roles = "participant striker"});
    add_box(scene, box, fill, (Pen){RED, 1.3, {0, 0}});
    scene_end(scene);
}

static void add_text(Scene *scene, const char *string, Point at, TextAnchor anchor, double width,
                     double tracking) {
    scene_text(scene, &(TextMark){.text = string,
                                  .at = at,
                                  .anchor = anchor,
                                  .font = {"Noto Sans", 15, FONT_BOLD, false, tracking},
                                  .colour = INK,
                                  .width = width,
                                  .halo = anchor == TEXT_MIDDLE ? 2 : 0,
                                  .halo_colour = {255, 255, 255, 199}});
}

static void add_inset(Scene *scene) {
    GroupMark inset = {.id = "inset", .kind = "inset"};
    outline_rounded_box(&inset.clip, (Box){150, 10, 190, 50}, 6);
    scene_group(scene, &inset);
    outline_free(&inset.clip);
    Outline circle = {0};
    outline_circle(&circle, (Point){150, 50}, 30);
    scene_path(scene, &circle, (Fill){.colour = {0x35, 0x79, 0xB1, 128}}, (Pen){INK, 2, {0, 0}});
    outline_free(&circle);
    scene_end(scene);
}

Scene *sample_page(void) {
    return sample_page_at(1);
}

Scene *sample_page_at(double pixels_per_unit) {
    Scene *scene = blank_page_at(pixels_per_unit);
    add_country(scene, "IRQ", (Box){10, 10, 70, 60}, true);
    add_country(scene, "FRA", (Box){70, 10, 130, 60}, false);
    Outline line = {0};
    outline_move(&line, 10, 70);
    outline_line(&line, 190, 70);
    scene_path(scene, &line, (Fill){0}, (Pen){INK, 0.8, {2.2, 1.8}});
    outline_free(&line);
    add_inset(scene);
    add_text(scene, "France", (Point){100, 40}, TEXT_MIDDLE, 50.22, 0);
    add_text(scene, "SEA", (Point){190, 90}, TEXT_END, 34.12, 0.1);
    add_text(scene, "العراق", (Point){10, 105}, TEXT_START, 39.78, 0);
    return scene;
}

static bool keep(void *context, const void *bytes, size_t size) {
    text_add_part(context, bytes, size);
    return true;
}

Sink keep_in(Text *text) {
    return (Sink){keep, text};
}

static bool refuse(void *context, const void *bytes, size_t size) {
    Limit *limit = context;
    (void)bytes;
    if (size > limit->left) return false;
    limit->left -= size;
    return true;
}

Sink refuse_after(Limit *limit) {
    return (Sink){refuse, limit};
}

void paint_into(const Scene *scene, const char *format, Text *text) {
    dateline_error error = {0};
    Sink sink = keep_in(text);
    if (!dateline_paint(scene, format, sink.write, sink.context, &error)) fail_msg("%s", error.message);
}

bool has_program(const char *name) {
    char command[128];
    snprintf(command, sizeof command, "command -v %s >/dev/null 2>&1", name);
    if (system(command) == 0) return true;
    print_message("%s is not installed: not compared with it\n", name);
    return false;
}
