/*
 * Fuzzes the loader of styles: a style in memory that may extend the project's own styles or a second one in
 * memory ("./701"), and single values over it. What loads must be complete enough to draw with, and what is
 * shown of it must load as the same style again; what does not load must say so. The parts of an input are
 * divided by the byte 0x1E: the style, what it may extend, then settings.
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

enum { DIVIDER = 0x1E, STYLE_FILE = 700, PARENT_FILE = 701, SHOWN_FILE = 702, MOST_SETTINGS = 8 };

static const char STYLE[] = "/proc/self/fd/700";

static void check(bool right) {
    if (!right) abort();
}

static void check_style(const Style *style) {
    check(style->page.width >= 1 && style->page.height >= 1 && style->page.dpi >= 10);
    check(style->text.title.font.family && style->text.source.font.family);
    check(style->map.projection && style->map.frame && style->description && style->name);
    check(!style->land.hatched || style->land.hatch.pitch > 0);
    for (size_t i = 0; i < style->roles.count; i++) {
        const RoleLook *look = &style->roles.items[i];
        check(look->key != NULL);
        check(!look->fill.hatched || look->fill.hatch.pitch > 0);
        check(isfinite(look->outline.width) && look->outline.width >= 0);
    }
}

/* A file without a place on the disk, under a number that other files of the input can name. */
static void open_at(int number, const void *bytes, size_t size) {
    int file = memfd_create("style.json", MFD_CLOEXEC);
    check(file >= 0 && write(file, bytes, size) == (ssize_t)size && dup2(file, number) == number);
    close(file);
}

static size_t part_size(const uint8_t *bytes, size_t size) {
    const uint8_t *end = memchr(bytes, DIVIDER, size);
    return end ? (size_t)(end - bytes) : size;
}

typedef struct Told {
    size_t faults;
    const char *source;
    int line;
} Told;

/* All faults of a file stand together, in the order of its lines. */
static void hear_fault(void *context, const dateline_error *fault) {
    Told *told = context;
    check(fault->status != DATELINE_OK && fault->message[0]);
    told->faults++;
    check(strcmp(told->source, fault->source) != 0 || fault->line >= told->line);
    told->source = strcmp(fault->source, STYLE) == 0 ? STYLE : "";
    told->line = fault->line;
}

/* What is shown of the style is a style with nothing left to the one it extends. */
static void check_shown(const dateline_style_options *options) {
    static const char *const names[] = {"/proc/self/fd/702"};
    char *shown = dateline_style_show(options, NULL);
    check(shown != NULL);
    open_at(SHOWN_FILE, shown, strlen(shown));
    Style *again = dateline_styles_load(
        &(dateline_style_options){.folder = options->folder, .names = names, .name_count = 1}, NULL);
    check(again != NULL);
    dateline_style_free(again);
    close(SHOWN_FILE);
    free(shown);
}

static void count_finding(void *context, const dateline_error *finding) {
    check(finding->message[0] != 0);
    ++*(size_t *)context;
}

static void load(dateline_style_options options) {
    dateline_error error = {0};
    Told told = {.source = ""};
    options.tell = hear_fault;
    options.context = &told;
    Style *style = dateline_styles_load(&options, &error);
    check(style ? told.faults == 0 : told.faults > 0 && error.status != DATELINE_OK && error.message[0]);
    if (!style) return;
    check_style(style);
    size_t found = 0;
    check(dateline_style_check(style, NULL, count_finding, &found) == found);
    check_shown(&options);
    dateline_style_free(style);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char *const names[] = {STYLE};
    char *settings[MOST_SETTINGS];
    size_t count = 0, at = part_size(bytes, size);
    open_at(STYLE_FILE, bytes, at);
    if (at < size) at++;
    size_t parent = part_size(bytes + at, size - at);
    open_at(PARENT_FILE, bytes + at, parent);
    for (at += parent; at < size && count < MOST_SETTINGS;) {
        at++;
        size_t length = part_size(bytes + at, size - at);
        settings[count++] = strndup((const char *)bytes + at, length);
        at += length;
    }
    load((dateline_style_options){.folder = "styles",
                                  .names = names,
                                  .name_count = 1,
                                  .settings = (const char *const *)settings,
                                  .setting_count = count});
    close(STYLE_FILE);
    close(PARENT_FILE);
    while (count > 0) free(settings[--count]);
    return 0;
}
