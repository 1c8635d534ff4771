/* See format.h. */
#include "format.h"

#include "../base/text.h"

#include <string.h>

static const struct {
    const char *name;
    double width, height;
    PageUnit unit;
} formats[] = {
    {"web", 1600, 900, UNIT_PX},       {"square", 1080, 1080, UNIT_PX},
    {"portrait", 1080, 1350, UNIT_PX}, {"slide", 1920, 1080, UNIT_PX},
    {"thumbnail", 480, 360, UNIT_PX},  {"column", 90, 150, UNIT_MM},
    {"a4", 210, 297, UNIT_MM},         {"a4-landscape", 297, 210, UNIT_MM},
    {"a2", 420, 594, UNIT_MM},         {"a2-landscape", 594, 420, UNIT_MM},
};
enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static bool unit_parse(const char *text, int *unit) {
    static const char *const names[] = {"px", "mm", "in", "pt"};
    *unit = UNIT_PX;
    for (int i = 0; i < 4; i++)
        if (!strcmp(text, names[i])) return *unit = i, true;
    return *text == 0;
}

static bool size_parse(const char *text, PageStyle *page) {
    static const double LARGEST = 30000;
    double width, height;
    if (!number_parse(text, &text, &width) || *text++ != 'x' || !number_parse(text, &text, &height))
        return false;
    if (!(width >= 1 && width <= LARGEST && height >= 1 && height <= LARGEST)) return false;
    page->width = width;
    page->height = height;
    return unit_parse(text, &page->unit);
}

bool format_parse(const char *text, PageStyle *page, dateline_error *error) {
    char names[256] = "";
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (!strcmp(text, formats[i].name)) {
            page->width = formats[i].width;
            page->height = formats[i].height;
            page->unit = formats[i].unit;
            return true;
        }
        size_t used = strlen(names);
        buffer_print(names + used, sizeof names - used, "%s%s", i ? ", " : "", formats[i].name);
    }
    if (size_parse(text, page)) return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){.source = text},
                     "no format of a page; WIDTHxHEIGHT with px, mm, in or pt, or one of %s would be right",
                     names);
}
