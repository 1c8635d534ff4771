/*
 * The command line: options, files, exit codes. Includes dateline.h and nothing else of the project, so that
 * whatever the program can do, a caller of the library can do as well. Data goes to standard output, messages
 * to standard error.
 */
#include "dateline.h"

#include <errno.h>
#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, MOST_OUTPUTS = 16 };

typedef struct Request {
    const char *command;
    const char *input;
    const char *outputs[MOST_OUTPUTS];
    size_t output_count;
    const char *words, *style;
    bool quiet, explain;
    dateline_read_options reading;
    dateline_atlas_options atlas;
    dateline_map_options map;
} Request;

enum {
    OPTION_STYLE = 256,
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
    OPTION_WORDS,
    OPTION_EXPAND,
    OPTION_EXPLAIN
};

static const struct option options[] = {
    {"output", required_argument, NULL, 'o'},
    {"style", required_argument, NULL, OPTION_STYLE},
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
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {0},
};

static const char usage_text[] =
    "Usage: dateline map ARTICLE -o FILE [-o FILE...]   read an article and draw its map\n"
    "       dateline read ARTICLE [-o FACTS]            write who takes part, as JSON\n"
    "       dateline draw FACTS -o FILE [-o FILE...]    draw from facts, perhaps corrected by hand\n"
    "       dateline help COMMAND\n"
    "\n"
    "ARTICLE and FACTS may be '-' for standard input. The format of FILE follows its suffix:\n"
    ".png .svg .pdf, or .trace for the page as text.\n"
    "\n"
    "  -h, --help     this text       -V, --version  the version\n"
    "\n"
    "Exit status: 0 done, 1 the input is at fault, 2 wrong usage.\n";

static const char drawing_text[] =
    "  -o, --output FILE         where to draw; may stand several times\n"
    "      --style NAME|FILE     how it looks (default: default)\n"
    "      --shapes SCALE        110m, 50m (default), 10m, or a folder of shapefiles\n"
    "      --worldview NAME      international (default), de-facto\n"
    "      --projection NAME     auto (default), a built-in name, or a PROJ string (+proj=...)\n"
    "      --center LON[,LAT[,ROLL]]\n"
    "      --frame WHAT          world, roles, targets, ISO3,ISO3,... or W,S,E,N\n"
    "      --size SIZE           WIDTHxHEIGHT with px, mm, in or pt; or web, square, portrait, slide,\n"
    "                            thumbnail, column, a4, a4-landscape, a2, a2-landscape\n"
    "      --dpi N               of the PNG of a page in mm, in or pt\n"
    "      --scale N             pixels of the PNG for each of the page's\n"
    "      --title TEXT          instead of the article's headline\n"
    "      --subtitle TEXT       instead of the sentence made from the facts\n"
    "      --source TEXT         what the source line names as the source\n"
    "      --explain             notes that say why this frame and this projection\n"
    "  -q, --quiet               no notes on standard error\n";

static const char reading_text[] =
    "      --language CODE       of the article: en fr es de ar ru pt it zh (default: detected)\n"
    "      --expand-blocs        a bloc that acts stands for its members\n"
    "      --words FOLDER        other words than the installed ones\n";

static const char explain_text[] =
    "      --explain             the article with mentions and roles marked, instead of facts\n";

static int wrong_usage(const char *problem, const char *what) {
    fprintf(stderr, "dateline: %s%s%s\nTry 'dateline --help'.\n", problem, what ? ": " : "",
            what ? what : "");
    return EXIT_USAGE;
}

static int failed(const dateline_error *error) {
    char text[1200];
    fprintf(stderr, "%s\n", dateline_error_text(error, text, sizeof text));
    return error->status == DATELINE_BAD_USAGE ? EXIT_USAGE : EXIT_INPUT;
}

static bool is_command(const char *name) {
    return !strcmp(name, "map") || !strcmp(name, "read") || !strcmp(name, "draw");
}

static int help(const char *command) {
    if (!command)
        fputs(usage_text, stdout);
    else if (!is_command(command))
        return wrong_usage("no such command", command);
    else if (!strcmp(command, "map"))
        printf("Usage: dateline map ARTICLE -o FILE [-o FILE...]\n\n%s%s", drawing_text, reading_text);
    else if (!strcmp(command, "draw"))
        printf("Usage: dateline draw FACTS -o FILE [-o FILE...]\n\n%s", drawing_text);
    else
        printf("Usage: dateline read ARTICLE [-o FACTS]\n\n  -o, --output FILE         instead of standard "
               "output\n%s%s",
               explain_text, reading_text);
    return EXIT_DONE;
}

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
    {OPTION_STYLE, offsetof(Request, style)},
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
    case OPTION_SHAPES:
        return set_shapes(&request->atlas, value), NULL;
    case OPTION_DPI:
        return set_number(&request->map.dpi, value);
    case OPTION_SCALE:
        return set_number(&request->map.scale, value);
    case OPTION_EXPAND:
        return request->reading.expand_blocs = true, NULL;
    default:
        return request->explain = true, NULL;
    }
}

static void print_notes(const Request *request, const dateline_facts *facts, const dateline_scene *scene) {
    if (request->quiet) return;
    for (size_t i = 0; facts && i < dateline_facts_note_count(facts); i++)
        fprintf(stderr, "note: %s\n", dateline_facts_note(facts, i));
    for (size_t i = 0; scene && i < dateline_scene_note_count(scene); i++)
        fprintf(stderr, "note: %s\n", dateline_scene_note(scene, i));
}

static dateline_facts *read_article(Request *request, const char *bytes, size_t size, dateline_error *error) {
    dateline_words *words = dateline_words_load(request->words, error);
    if (!words) return NULL;
    dateline_facts *facts = dateline_read(words, bytes, size, &request->reading, error);
    dateline_words_free(words);
    return facts;
}

static dateline_facts *facts_of_input(Request *request, dateline_error *error) {
    size_t size;
    char *bytes = dateline_file_read(request->input, &size, error);
    if (!bytes) return NULL;
    request->reading.name = strcmp(request->input, "-") ? request->input : "standard input";
    dateline_facts *facts = strcmp(request->command, "draw")
                                ? read_article(request, bytes, size, error)
                                : dateline_facts_load(bytes, size, request->reading.name, error);
    free(bytes);
    return facts;
}

static dateline_scene *compose(const Request *request, const dateline_facts *facts, dateline_error *error) {
    dateline_atlas *atlas = dateline_atlas_load(&request->atlas, error);
    dateline_style *style = atlas ? dateline_style_load(NULL, request->style, error) : NULL;
    dateline_scene *scene = style ? dateline_compose(facts, atlas, style, &request->map, error) : NULL;
    dateline_style_free(style);
    dateline_atlas_free(atlas);
    return scene;
}

static int draw(Request *request) {
    dateline_error error = {0};
    bool done = true;
    for (size_t i = 0; i < request->output_count; i++)
        if (!dateline_format_of(request->outputs[i], &error)) return failed(&error);
    dateline_facts *facts = facts_of_input(request, &error);
    dateline_scene *scene = facts ? compose(request, facts, &error) : NULL;
    for (size_t i = 0; scene && done && i < request->output_count; i++)
        done = dateline_paint_file(scene, request->outputs[i], &error);
    print_notes(request, facts, scene);
    done = done && scene;
    dateline_scene_free(scene);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : failed(&error);
}

static char *explain(Request *request, dateline_error *error) {
    size_t size;
    char *bytes = dateline_file_read(request->input, &size, error), *text = NULL;
    dateline_words *words = bytes ? dateline_words_load(request->words, error) : NULL;
    bool colour = request->output_count == 0 && isatty(STDOUT_FILENO) && !getenv("NO_COLOR");
    request->reading.name = strcmp(request->input, "-") ? request->input : "standard input";
    if (words) text = dateline_explain(words, bytes, size, &request->reading, colour, error);
    dateline_words_free(words);
    free(bytes);
    return text;
}

static int read_facts(Request *request) {
    dateline_error error = {0};
    dateline_facts *facts = request->explain ? NULL : facts_of_input(request, &error);
    char *text = request->explain ? explain(request, &error) : facts ? dateline_facts_json(facts) : NULL;
    const char *output = request->output_count ? request->outputs[0] : "-";
    bool done = text && dateline_file_write(output, text, strlen(text), &error);
    if (done) print_notes(request, facts, NULL);
    free(text);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : failed(&error);
}

static int run(Request *request) {
    if (!request->command) return wrong_usage("a command is needed: map, read or draw", NULL);
    if (!is_command(request->command)) return wrong_usage("no such command", request->command);
    if (!request->input) return wrong_usage("the name of a file is needed, or '-' for standard input", NULL);
    if (!strcmp(request->command, "read"))
        return request->output_count > 1 ? wrong_usage("read writes one file", NULL) : read_facts(request);
    request->map.explain = request->explain;
    if (request->output_count == 0)
        return wrong_usage("-o FILE is needed (.png, .svg, .pdf or .trace)", NULL);
    return draw(request);
}

/* Words that are no options: the command, then its input; "help" takes a command. Returns false for one too
 * many. */
static bool take_word(Request *request, const char *word) {
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

int main(int argc, char **argv) {
    Request request = {0};
    bool help_wanted = false;
    int option;
    while ((option = getopt_long(argc, argv, "o:qhV", options, NULL)) != -1) {
        if (option == 'V') return printf("dateline %s\n", DATELINE_VERSION), printed(EXIT_DONE);
        if (option == '?') return fputs("Try 'dateline --help'.\n", stderr), EXIT_USAGE;
        const char *problem = option == 'h' ? NULL : set_option(&request, option, optarg);
        help_wanted |= option == 'h';
        if (problem) return wrong_usage(problem, optarg);
    }
    for (; optind < argc; optind++)
        if (!take_word(&request, argv[optind]))
            return wrong_usage("one file is enough; not known", argv[optind]);
    if (request.command && !strcmp(request.command, "help")) return printed(help(request.input));
    if (help_wanted) return printed(help(request.command));
    return run(&request);
}
