/*
 * Fuzzes dateline_styles_load, from a file in memory that may extend the project's own styles; behind a zero
 * byte stands a single value to set over it. What loads must be complete enough to draw with; what does not
 * load must say so, faults in the order of their lines.
 */
#include "style/style.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

typedef struct Told {
    size_t faults;
    int line;
} Told;

static void tell(void *context, const dateline_error *finding) {
    Told *told = context;
    check(finding->message[0]);
    told->faults += finding->status != DATELINE_OK;
    if (strstr(finding->source, "/proc/") != finding->source) return;
    check(finding->line >= told->line);
    told->line = finding->line;
}

static void load(const char *path, const char *setting) {
    dateline_error error = {0};
    Told told = {0};
    dateline_style_options options = {.folder = "styles",
                                      .names = &path,
                                      .name_count = 1,
                                      .settings = &setting,
                                      .setting_count = setting != NULL,
                                      .tell = tell,
                                      .context = &told};
    Style *style = dateline_styles_load(&options, &error);
    check(style ? told.faults == 0 : error.status != DATELINE_OK && error.message[0]);
    if (style) check_style(style);
    dateline_style_free(style);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const uint8_t *end = size ? memchr(bytes, 0, size) : NULL;
    size_t length = end ? (size_t)(end - bytes) : size;
    char path[64], setting[256] = "";
    int file = memfd_create("style.json", MFD_CLOEXEC);
    if (file < 0 || write(file, bytes, length) != (ssize_t)length) abort();
    if (end) snprintf(setting, sizeof setting, "%.*s", (int)(size - length - 1), (const char *)end + 1);
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    load(path, end ? setting : NULL);
    close(file);
    return 0;
}
