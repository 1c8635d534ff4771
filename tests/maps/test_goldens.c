/*
 * A folder a case: facts.json, options (lines of a name and a value), and what is expected of them:
 * expected.trace and expected.svg to the letter, expected.png within a tolerance. What came out instead, and
 * the picture of the difference, stay in $(BUILD)/maps. With ACCEPT=1 the expectations that exist are written
 * anew; an empty file asks for one.
 */
#include "base/text.h"
#include "dateline.h"

#include <cairo.h>
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#define FOLDER "tests/maps"

/* How far a channel may be off before a pixel counts, and how many of ten thousand pixels may count. */
enum { TOLERANCE = 40, ALLOWED = 8, LONGEST_PATH = 512, LONGEST_LINE = 256 };

typedef struct Case {
    const char *name;
    dateline_scene *scene;
} Case;

static bool keep(void *context, const void *bytes, size_t size) {
    text_add_part(context, bytes, size);
    return true;
}

static const char *path_of(char *path, const char *name, const char *file) {
    return buffer_print(path, LONGEST_PATH, FOLDER "/%s/%s", name, file);
}

static bool exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

/* What came out, for a person to look at. */
static const char *kept_path(char *path, const char *name, const char *end) {
    const char *build = getenv("BUILD");
    mkdir(buffer_print(path, LONGEST_PATH, "%s", build ? build : "build"), 0777);
    mkdir(buffer_print(path, LONGEST_PATH, "%s/maps", build ? build : "build"), 0777);
    return buffer_print(path, LONGEST_PATH, "%s/maps/%s%s", build ? build : "build", name, end);
}

static char *read_text(const char *path) {
    size_t size;
    dateline_error error = {0};
    char *bytes = dateline_file_read(path, &size, &error);
    if (!bytes) fail_msg("%s: %s", path, error.message);
    return bytes;
}

/* The value behind a name at the beginning of a line of options, into value; NULL where there is none. */
static const char *option(const char *options, const char *name, char value[LONGEST_LINE]) {
    size_t size = strlen(name);
    for (const char *line = options; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        if (strncmp(line, name, size) != 0 || line[size] != ' ') continue;
        int length = (int)strcspn(line + size + 1, "\n");
        return buffer_print(value, LONGEST_LINE, "%.*s", length, line + size + 1);
    }
    return NULL;
}

static dateline_scene *compose(const char *name) {
    char path[LONGEST_PATH], style_name[LONGEST_LINE], shapes[LONGEST_LINE], frame[LONGEST_LINE],
        center[LONGEST_LINE], projection[LONGEST_LINE];
    char *options = read_text(path_of(path, name, "options")),
         *json = read_text(path_of(path, name, "facts.json"));
    dateline_error error = {0};
    const char *style_path = option(options, "style", style_name);
    dateline_map_options wanted = {.frame = option(options, "frame", frame),
                                   .center = option(options, "center", center),
                                   .projection = option(options, "projection", projection)};
    dateline_atlas_options from = {.folder = option(options, "shapes", shapes)};
    dateline_facts *facts = dateline_facts_load(json, strlen(json), name, &error);
    dateline_atlas *atlas = dateline_atlas_load(&from, &error);
    dateline_style *style = dateline_style_load("styles", style_path ? style_path : "default", &error);
    dateline_scene *scene =
        facts && atlas && style ? dateline_compose(facts, atlas, style, &wanted, &error) : NULL;
    if (!scene) fail_msg("%s: %s", name, error.message);
    dateline_style_free(style);
    dateline_atlas_free(atlas);
    dateline_facts_free(facts);
    free(json);
    free(options);
    return scene;
}

/* Hashes of style and shapes would change every expectation whenever any of them does. */
static void forget_provenance(Text *text) {
    char *start = strstr(text->bytes, "<dateline:"), *end = strstr(text->bytes, "</rdf:Description>");
    if (!start || !end) return;
    memmove(start, end, text->size - (size_t)(end - text->bytes) + 1);
    text->size -= (size_t)(end - start);
}

static Text paint(const Case *one, const char *format) {
    Text text = {0};
    assert_true(dateline_paint(one->scene, format, keep, &text, NULL));
    if (!strcmp(format, "svg")) forget_provenance(&text);
    return text;
}

static void save(const char *path, const Text *text) {
    assert_true(dateline_file_write(path, text->bytes, text->size, NULL));
}

/* The line where two texts part, for the message. */
static int first_difference(const char *a, const char *b) {
    int line = 1;
    for (; *a && *a == *b; a++, b++) line += *a == '\n';
    return line;
}

static void check_text(const Case *one, const char *format) {
    char file[64], path[LONGEST_PATH], kept[LONGEST_PATH], end[64];
    path_of(path, one->name, buffer_print(file, sizeof file, "expected.%s", format));
    if (!exists(path)) return;
    Text painted = paint(one, format);
    if (getenv("ACCEPT")) save(path, &painted);
    char *expected = read_text(path);
    if (strcmp(expected, painted.bytes) != 0) {
        save(kept_path(kept, one->name, buffer_print(end, sizeof end, ".%s", format)), &painted);
        fail_msg("%s:%d differs from %s", path, first_difference(expected, painted.bytes), kept);
    }
    free(expected);
    text_free(&painted);
}

typedef struct Reader {
    const Text *text;
    size_t at;
} Reader;

static cairo_status_t read_on(void *context, unsigned char *bytes, unsigned size) {
    Reader *reader = context;
    if (reader->at + size > reader->text->size) return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, reader->text->bytes + reader->at, size);
    reader->at += size;
    return CAIRO_STATUS_SUCCESS;
}

/* On white, four bytes a pixel. */
static cairo_surface_t *flatten(cairo_surface_t *picture) {
    int width = cairo_image_surface_get_width(picture), height = cairo_image_surface_get_height(picture);
    cairo_surface_t *flat = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(flat);
    cairo_set_source_surface(cairo, picture, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_destroy(picture);
    cairo_surface_flush(flat);
    return flat;
}

/* How many of ten thousand pixels differ; those are marked red in place in the second. */
static int compare_pixels(cairo_surface_t *a, cairo_surface_t *b) {
    int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
    long long count = 0;
    if (width != cairo_image_surface_get_width(b) || height != cairo_image_surface_get_height(b))
        return 10000;
    for (int row = 0; row < height; row++) {
        unsigned char *first = cairo_image_surface_get_data(a) + row * cairo_image_surface_get_stride(a);
        unsigned char *second = cairo_image_surface_get_data(b) + row * cairo_image_surface_get_stride(b);
        for (int x = 0; x < 4 * width; x += 4) {
            int most = 0;
            for (int i = 0; i < 3; i++) {
                int difference = abs(first[x + i] - second[x + i]);
                most = difference > most ? difference : most;
                second[x + i] = (unsigned char)(255 - (255 - second[x + i]) / 4);
            }
            if (most <= TOLERANCE) continue;
            second[x] = second[x + 1] = 0, second[x + 2] = 255;
            count++;
        }
    }
    cairo_surface_mark_dirty(b);
    return (int)(count * 10000 / ((long long)width * height));
}

static void check_picture(const Case *one) {
    char path[LONGEST_PATH], kept[LONGEST_PATH];
    if (!exists(path_of(path, one->name, "expected.png"))) return;
    Text painted = paint(one, "png");
    if (getenv("ACCEPT")) save(path, &painted);
    Reader reader = {&painted, 0};
    cairo_surface_t *expected = flatten(cairo_image_surface_create_from_png(path));
    cairo_surface_t *actual = flatten(cairo_image_surface_create_from_png_stream(read_on, &reader));
    int off = compare_pixels(expected, actual);
    if (off > ALLOWED) {
        save(kept_path(kept, one->name, ".png"), &painted);
        cairo_surface_write_to_png(actual, kept_path(kept, one->name, "-difference.png"));
        fail_msg("%s: %d of 10,000 pixels differ; see %s", path, off, kept);
    }
    cairo_surface_destroy(expected);
    cairo_surface_destroy(actual);
    text_free(&painted);
}

static void this_map_is_as_it_was(void **state) {
    Case one = {.name = *state};
    one.scene = compose(one.name);
    check_text(&one, "trace");
    check_text(&one, "svg");
    check_picture(&one);
    dateline_scene_free(one.scene);
}

static int has_facts(const struct dirent *entry) {
    char path[LONGEST_PATH];
    return entry->d_name[0] != '.' && exists(path_of(path, entry->d_name, "facts.json"));
}

int main(void) {
    enum { MOST = 64 };
    struct CMUnitTest tests[MOST];
    struct dirent **entries;
    int count = scandir(FOLDER, &entries, has_facts, alphasort);
    for (int i = 0; i < count && i < MOST; i++)
        tests[i] =
            (struct CMUnitTest){entries[i]->d_name, this_map_is_as_it_was, NULL, NULL, entries[i]->d_name};
    int failed = count > 0 ? _cmocka_run_group_tests("maps/goldens", tests, (size_t)count, NULL, NULL) : 1;
    for (int i = 0; i < count; i++) free(entries[i]);
    free(entries);
    return failed;
}
