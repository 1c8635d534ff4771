/*
 * Fuzzes dateline_style_load, from a file in memory that may extend the project's own styles. What loads must
 * be complete enough to draw with; what does not load must say so.
 */
#include "style/style.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool right) {
    if (!right) abort();
}

static void check_style(const Style *style) {
    check(style->page.width >= 1 && style->page.height >= 1 && style->page.dpi >= 10);
    check(style->text.title.font.family && style->text.source.font.family && style->texts.about);
    check(style->map.projection && style->map.frame && style->description && style->name);
    check(!style->land.hatched || style->land.hatch.pitch > 0);
    for (size_t i = 0; i < style->roles.count; i++) {
        const RoleLook *look = &style->roles.items[i];
        check(look->roles > 0 && look->roles < 64 && look->key);
        check(!look->fill.hatched || look->fill.hatch.pitch > 0);
        check(isfinite(look->outline.width) && look->outline.width >= 0);
    }
    for (unsigned roles = 0; roles < 64; roles++) {
        const RoleLook *look = style_look(style, roles), *overlay = style_overlay(style, roles);
        check(!look || !look->overlay);
        check(!overlay || overlay->overlay);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    int file = memfd_create("style.json", MFD_CLOEXEC);
    char path[64];
    if (file < 0 || write(file, bytes, size) != (ssize_t)size) abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    dateline_error error = {0};
    Style *style = dateline_style_load("styles", path, &error);
    close(file);
    check(style != NULL || (error.status != DATELINE_OK && error.message[0]));
    if (style) check_style(style);
    dateline_style_free(style);
    return 0;
}
