/*
 * The command line: options into a request. What is done with it is in program/; messages go to standard
 * error.
 */
#include "program/request.h"

#include <errno.h>
#include <getopt.h>
#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    OPTION_STYLE = 256,
    OPTION_SET,
    OPTION_STRICT,
    OPTION_SHAPES,
    OPTION_WORLDVIEW,
    OPTION_PROJECTION,
    OPTION_CENTER,
    OPTION_FRAME,
    OPTION_SIZE,
    OPTION_DPI,
    OPTION_SCALE,
    OPTION_TITLE,
    OPTION_SUBTITLE,
    OPTION_SOURCE,
    OPTION_LANGUAGE,
    OPTION_LABELS,
    OPTION_WORDS,
    OPTION_EXPAND,
    OPTION_EXPLAIN,
    OPTION_AS,
    OPTION_FORMAT,
    OPTION_ID_PREFIX,
    OPTION_TEXT,
    OPTION_FONT,
    OPTION_RESPONSIVE,
    OPTION_INLINE,
    OPTION_TIMING,
    OPTION_JOBS,
    OPTION_OUT
};

static const struct option options[] = {
    {"output", required_argument, NULL, 'o'},
    {"style", required_argument, NULL, OPTION_STYLE},
    {"set", required_argument, NULL, OPTION_SET},
    {"labels", required_argument, NULL, OPTION_LABELS},
    {"strict", no_argument, NULL, OPTION_STRICT},
    {"shapes", required_argument, NULL, OPTION_SHAPES},
    {"worldview", required_argument, NULL, OPTION_WORLDVIEW},
    {"projection", required_argument, NULL, OPTION_PROJECTION},
    {"center", required_argument, NULL, OPTION_CENTER},
    {"frame", required_argument, NULL, OPTION_FRAME},
    {"size", required_argument, NULL, OPTION_SIZE},
    {"dpi", required_argument, NULL, OPTION_DPI},
    {"scale", required_argument, NULL, OPTION_SCALE},
    {"title", required_argument, NULL, OPTION_TITLE},
    {"subtitle", required_argument, NULL, OPTION_SUBTITLE},
    {"source", required_argument, NULL, OPTION_SOURCE},
    {"language", required_argument, NULL, OPTION_LANGUAGE},
    {"words", required_argument, NULL, OPTION_WORDS},
    {"expand-blocs", no_argument, NULL, OPTION_EXPAND},
    {"explain", no_argument, NULL, OPTION_EXPLAIN},
    {"as", required_argument, NULL, OPTION_AS},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"id-prefix", required_argument, NULL, OPTION_ID_PREFIX},
    {"text", required_argument, NULL, OPTION_TEXT},
    {"font", required_argument, NULL, OPTION_FONT},
    {"inline", required_argument, NULL, OPTION_INLINE},
    {"jobs", required_argument, NULL, OPTION_JOBS},
    {"out", required_argument, NULL, OPTION_OUT},
    {"timing", no_argument, NULL, OPTION_TIMING},
    {"responsive", no_argument, NULL, OPTION_RESPONSIVE},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {0},
};

/* --shapes takes a scale or a folder; a name with a slash, or that is no scale, is a folder. */
static void set_shapes(dateline_atlas_options *atlas, const char *value) {
    bool is_scale = !strcmp(value, "110m") || !strcmp(value, "50m") || !strcmp(value, "10m");
    if (is_scale)
        atlas->scale = value;
    else
        atlas->folder = value;
}

/* The options whose value is kept as it is. */
static const struct {
    int option;
    size_t offset;
} texts[] = {
    {OPTION_WORLDVIEW, offsetof(Request, atlas.worldview)},
    {OPTION_PROJECTION, offsetof(Request, map.projection)},
    {OPTION_CENTER, offsetof(Request, map.center)},
    {OPTION_FRAME, offsetof(Request, map.frame)},
    {OPTION_SIZE, offsetof(Request, map.size)},
    {OPTION_TITLE, offsetof(Request, map.title)},
    {OPTION_SUBTITLE, offsetof(Request, map.subtitle)},
    {OPTION_SOURCE, offsetof(Request, map.source)},
    {OPTION_LANGUAGE, offsetof(Request, reading.language)},
    {OPTION_WORDS, offsetof(Request, words)},
    {OPTION_AS, offsetof(Request, as)},
    {OPTION_FORMAT, offsetof(Request, format)},
    {OPTION_INLINE, offsetof(Request, placing)},
    {OPTION_ID_PREFIX, offsetof(Request, map.id_prefix)},
    {OPTION_TEXT, offsetof(Request, map.text)},
    {OPTION_FONT, offsetof(Request, map.font)},
};

static const char *set_number(double *number, const char *value) {
    char *end;
    *number = strtod(value, &end);
    return end != value && !*end && *number > 0 ? NULL : "a number above 0 would be right";
}

static const char *add_output(Request *request, const char *path) {
    if (request->output_count == MOST_OUTPUTS) return "too many outputs; at most 16";
    request->outputs[request->output_count++] = path;
    return NULL;
}

/* NULL, or what is wrong with the value. */
static const char *set_option(Request *request, int option, const char *value) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].option == option)
            return *(const char **)((char *)request + texts[i].offset) = value, NULL;
    switch (option) {
    case 'o':
        return add_output(request, value);
    case 'q':
        return request->quiet = true, NULL;
    case OPTION_STYLE:
        return style_add_name(&request->style, value);
    case OPTION_SET:
        return style_add_setting(&request->style, value);
    case OPTION_LABELS:
        return style_set_labels(&request->style, value);
    case OPTION_STRICT:
        return request->style.strict = true, NULL;
    case OPTION_SHAPES:
        return set_shapes(&request->atlas, value), NULL;
    case OPTION_DPI:
        return set_number(&request->map.dpi, value);
    case OPTION_SCALE:
        return set_number(&request->map.scale, value);
    case OPTION_OUT: /* of batch; elsewhere what it always was, --output cut short */
        request->folder = value;
        return add_output(request, value);
    case OPTION_JOBS:
        return set_number(&request->jobs, value);
    case OPTION_TIMING:
        return request->timed = true, NULL;
    case OPTION_RESPONSIVE:
        return request->map.responsive = true, NULL;
    case OPTION_EXPAND:
        return request->reading.expand_blocs = true, NULL;
    default:
        return request->explain = true, NULL;
    }
}

/* Words that are no options: the command, then its input; "help" takes a command and "style" takes several.
 * Returns false for one too many. */
static bool take_word(Request *request, const char *word) {
    if (request->command && !strcmp(request->command, "style") && request->input)
        return !style_add_name(&request->style, word);
    if (request->command && !strcmp(request->command, "batch") && request->input) return true;
    const char **place = !request->command ? &request->command : &request->input;
    if (*place) return false;
    *place = word;
    return true;
}

/* What was printed is written late: a full disk shows only here. */
static int printed(int status) {
    if (status != EXIT_DONE || (!fflush(stdout) && !ferror(stdout))) return status;
    fprintf(stderr, "standard output: cannot be written: %s\n", strerror(errno));
    return EXIT_INPUT;
}

/* Memory that is given back is kept: the system takes longer to give it out again than most steps take to use
 * it. And it is asked for in one piece, in large pages and without a fault a page, which cost more than what
 * is done with most pages: that takes a fifth off a map's time. Each call is a wish; that it is not granted
 * does no harm. */
static void keep_memory(void) {
    enum { LARGE = 64 << 20, ROOM = 32 << 20, PAGE = 4096, LARGE_PAGE = 2 << 20 };
    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, LARGE);
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_ARENA_MAX, 1);
    char *start = sbrk(0);
    void *volatile room = malloc(ROOM); /* volatile, or the compiler does without */
    free(room);
    char *end = sbrk(0);
    if (start == (char *)-1 || end - start < ROOM) return; /* another allocator than the C library's */
    start += -(uintptr_t)start % PAGE;
    char *large = start + -(uintptr_t)start % LARGE_PAGE;
    madvise(start, (size_t)(large - start), MADV_POPULATE_WRITE);
    madvise(large, (size_t)(end - large), MADV_HUGEPAGE);
}

int main(int argc, char **argv) {
    Request request = {0};
    bool help_wanted = false;
    int option;
    keep_memory();
    while ((option = getopt_long(argc, argv, "o:qhV", options, NULL)) != -1) {
        if (option == 'V') return printf("dateline %s\n", DATELINE_VERSION), printed(EXIT_DONE);
        if (option == '?') return fputs("Try 'dateline --help'.\n", stderr), EXIT_USAGE;
        const char *problem = option == 'h' ? NULL : set_option(&request, option, optarg);
        help_wanted |= option == 'h';
        if (problem) return wrong_usage(problem, optarg);
    }
    request.inputs = argv + optind + (optind < argc);
    request.input_count = optind < argc ? (size_t)(argc - optind - 1) : 0;
    for (; optind < argc; optind++)
        if (!take_word(&request, argv[optind]))
            return wrong_usage("one file is enough; not known", argv[optind]);
    if (request.command && !strcmp(request.command, "help")) return printed(help(request.input));
    if (help_wanted) return printed(help(request.command));
    return printed(run(&request));
}
