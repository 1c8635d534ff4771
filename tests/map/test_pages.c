/*
 * Every story on every format of page, looked at as a reader would: nothing may be wrong on any. Each
 * finding, and how many countries each page names, is told in $(BUILD)/pages.txt.
 */
#include "base/text.h"
#include "inspect.h"
#include "stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#ifdef __SANITIZE_ADDRESS__
enum { STEP = 7 }; /* every page would take minutes */
#else
enum { STEP = 1 };
#endif

static const char *const formats[] = {"web",          "square", "portrait", "slide", "thumbnail",
                                      "a4-landscape", "a4",     "column",   "a2",    "phone",
                                      "small",        "named",  "a4-named", "arrows"};
enum { FORMATS = sizeof formats / sizeof *formats };

typedef struct Sum {
    int stories, pages, named, noted, leaders;
    int count[FAULT_COUNT];
    Text report;
} Sum;

static void add_page(Sum *sum, const TestStory *story, const char *format, const dateline_atlas *atlas,
                     const dateline_style *style) {
    Findings findings = {0};
    dateline_error error = {0};
    dateline_scene *scene = dateline_compose(story->facts, atlas, style, NULL, &error);
    if (!scene) fail_msg("%s, %s: %s", story->name, format, error.message);
    inspect(scene, story->facts, &findings);
    sum->pages++;
    sum->named += findings.named;
    sum->noted += findings.noted;
    sum->leaders += findings.leaders;
    for (int i = 0; i < FAULT_COUNT; i++) sum->count[i] += findings.count[i];
    text_add_format(&sum->report, "%s, %s: %d named, %d noted, %d leaders\n%s", story->name, format,
                    findings.named, findings.noted, findings.leaders, findings.lines ? findings.lines : "");
    findings_free(&findings);
    dateline_scene_free(scene);
}

static void look_at_all(Sum *sum) {
    TestStories stories = {0};
    dateline_atlas *atlas = dateline_atlas_load(&(dateline_atlas_options){.folder = "shapes"}, NULL);
    assert_non_null(atlas);
    stories_load(&stories);
    sum->stories = (int)stories.count;
    for (size_t i = 0; i < FORMATS; i++) {
        char path[64];
        dateline_style *style = dateline_style_load(
            "styles", buffer_print(path, sizeof path, "tests/maps/styles/%s.json", formats[i]), NULL);
        assert_non_null(style);
        for (size_t j = 0; j < stories.count; j++)
            if ((i + j) % STEP == 0) add_page(sum, &stories.items[j], formats[i], atlas, style);
        dateline_style_free(style);
    }
    stories_free(&stories);
    dateline_atlas_free(atlas);
}

static int all_faults(const Sum *sum) {
    int faults = 0;
    for (int i = 0; i < FAULT_COUNT; i++) faults += sum->count[i];
    return faults;
}

static void print_sum(const Sum *sum) {
    printf("%d stories, %d pages, %d faults:", sum->stories, sum->pages, all_faults(sum));
    for (int i = 0; i < FAULT_COUNT; i++)
        printf(" %s %d%s", fault_name((Fault)i), sum->count[i], i + 1 < FAULT_COUNT ? "," : "");
    printf("; %d countries named, %d noted as without room; %d leaders\n", sum->named, sum->noted,
           sum->leaders);
    fflush(stdout);
}

static void write_report(const Sum *sum) {
    char path[512];
    const char *build = getenv("BUILD");
    buffer_print(path, sizeof path, "%s/pages.txt", build ? build : "build");
    dateline_file_write(path, sum->report.bytes, sum->report.size, NULL);
}

static void no_page_has_a_fault(void **state) {
    (void)state;
    Sum sum = {0};
    look_at_all(&sum);
    print_sum(&sum);
    write_report(&sum);
    text_free(&sum.report);
    assert_int_equal(all_faults(&sum), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_page_has_a_fault)};
    return cmocka_run_group_tests_name("map/pages", tests, NULL, NULL);
}
