/* See request.h. What the program says of itself, and of wrong usage. */
#include "request.h"

#include <stdio.h>
#include <string.h>

static const char usage_text[] =
    "Usage: dateline map ARTICLE -o FILE [-o FILE...]   read an article and draw its map\n"
    "       dateline read ARTICLE [-o FACTS]            write who takes part, as JSON\n"
    "       dateline draw FACTS -o FILE [-o FILE...]    draw from facts, perhaps corrected by hand\n"
    "       dateline describe INPUT [--as alt|long|table]  say in words what the map shows\n"
    "       dateline embed INPUT [--as LANGUAGE]        the map as a piece of a document\n"
    "       dateline batch ARTICLE|FOLDER|-...          many articles in one run, into --out FOLDER\n"
    "       dateline style list|show|check|new          house styles: which there are, and your own\n"
    "       dateline help COMMAND\n"
    "\n"
    "ARTICLE and FACTS may be '-' for standard input. The format of FILE follows its suffix:\n"
    ".png .svg .pdf, .html for a page with map, legend and evidence, or .trace for the page as text.\n"
    "\n"
    "  -h, --help     this text       -V, --version  the version\n"
    "\n"
    "Exit status: 0 done, 1 the input is at fault, 2 wrong usage.\n";

static const char drawing_text[] =
    "  -o, --output FILE         where to draw; may stand several times\n"
    "      --style NAME|FILE     how it looks (default: default); several lie over one another\n"
    "      --set KEY=VALUE       a single value of the style: roles.participant.fill=#1f6fb2\n"
    "      --labels CODE         language of names and texts (default: the article's, else en)\n"
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
    "      --id-prefix TEXT      before each id of the SVG (default: of this article alone)\n"
    "      --text letters|outline  of the SVG: text (default), or shapes that need no font\n"
    "      --font named|embed    of the SVG: fonts by name (default), or brought along\n"
    "      --responsive          an SVG as wide as the place it is put into\n"
    "      --explain             notes that say why this frame and this projection\n"
    "      --timing              how long each stage took, on standard error\n"
    "  -q, --quiet               no notes on standard error\n";

static const char reading_text[] =
    "      --language CODE       of the article: en fr es de ar ru pt it zh (default: detected)\n"
    "      --expand-blocs        a bloc that acts stands for its members\n"
    "      --words FOLDER        other words than the installed ones\n";

static const char written_text[] = "  -o, --output FILE         instead of standard output\n";

static const char describing_text[] =
    "  -o, --output FILE         instead of standard output\n"
    "      --as WHAT             alt (default: one sentence), long (paragraphs) or table\n"
    "      --format NAME         of a table: markdown (default), html or csv\n"
    "      --labels CODE         in which language (default: the article's, else en)\n"
    "      --style NAME|FILE     whose texts say it (default: default)\n"
    "  -q, --quiet               no notes on standard error\n";

static const char embedding_text[] =
    "      --as LANGUAGE         html (default), markdown, latex, asciidoc, typst, or page for a page of "
    "HTML\n"
    "      --inline HOW          svg among the markup, data as an address, or file beside the snippet\n";

static const char batch_text[] =
    "      --out FOLDER          where the maps go (default: this one), each named after its article\n"
    "      --format NAME         png (default), svg, pdf or trace\n"
    "      --jobs N              threads (default: one a core)\n"
    "  '-' reads lines of JSON: {\"id\": NAME, \"text\" or \"path\": ..., and perhaps \"title\", \"size\", "
    "...}.\n"
    "  Results are lines of JSON too. Maps that nothing has changed for are skipped.\n";

static const char explain_text[] =
    "      --explain             the article with mentions and roles marked, instead of facts\n";

int wrong_usage(const char *problem, const char *what) {
    fprintf(stderr, "dateline: %s%s%s\nTry 'dateline --help'.\n", problem, what ? ": " : "",
            what ? what : "");
    return EXIT_USAGE;
}

int failed(const dateline_error *error) {
    char text[1200];
    if (error->message[0]) fprintf(stderr, "%s\n", dateline_error_text(error, text, sizeof text));
    return error->status == DATELINE_BAD_USAGE ? EXIT_USAGE : EXIT_INPUT;
}

typedef struct Command {
    const char *name, *usage;
    const char *texts[3];
} Command;

static const Command commands[] = {
    {"style", "list|show|check|new [STYLE...]", {style_help_text}},
    {"map", "ARTICLE -o FILE [-o FILE...]", {drawing_text, reading_text}},
    {"read", "ARTICLE [-o FACTS]", {written_text, explain_text, reading_text}},
    {"draw", "FACTS -o FILE [-o FILE...]", {drawing_text}},
    {"embed",
     "ARTICLE|FACTS [--as html|markdown|latex|asciidoc|typst|page] [-o FILE]",
     {embedding_text, drawing_text, reading_text}},
    {"batch", "ARTICLE|FOLDER|-... [--out FOLDER] [--jobs N]", {batch_text, drawing_text, reading_text}},
    {"describe", "ARTICLE|FACTS [--as alt|long|table] [-o FILE]", {describing_text, reading_text}},
};

static const Command *command_find(const char *name) {
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return NULL;
}

bool is_command(const char *name) {
    return command_find(name) != NULL;
}

int help(const char *name) {
    const Command *command = name ? command_find(name) : NULL;
    if (name && !command) return wrong_usage("no such command", name);
    if (!command) return fputs(usage_text, stdout), EXIT_DONE;
    printf("Usage: dateline %s %s\n\n", command->name, command->usage);
    for (size_t i = 0; i < 3 && command->texts[i]; i++) fputs(command->texts[i], stdout);
    return EXIT_DONE;
}
