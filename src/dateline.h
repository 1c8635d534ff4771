/*
 * dateline: from a news article to the map that belongs beside it.
 *
 * The whole public surface. Data walks one way:
 *
 *     article --dateline_read--> facts --dateline_compose--> scene --dateline_paint--> PNG, SVG, PDF
 *
 * Ownership: what a function named _load, _read, _compose returns is the caller's, to be given to the
 * matching _free (which takes NULL). Every other pointer is borrowed and lives as long as the object it came
 * from. Objects never change once made and may be read from several threads at once.
 *
 * Errors: a function that can fail returns NULL or false and fills the caller's dateline_error, which may be
 * NULL. Doubts that do not stop the work are notes in the facts and in the scene. Running out of memory ends
 * the process.
 *
 * Text is UTF-8. Geographic coordinates are degrees, page coordinates are page units (see
 * dateline_scene_size), y downward.
 */
#ifndef DATELINE_H
#define DATELINE_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DATELINE_API __attribute__((visibility("default")))
#else
#define DATELINE_API
#endif

#define DATELINE_VERSION "0.1.0"

/* What kind of fault stopped the work. The program's exit code follows from it: 1 for input and system, 2 for
 * usage. */
typedef enum dateline_status {
    DATELINE_OK = 0,
    DATELINE_BAD_INPUT, /* a file, an article, facts, shapes or a style is at fault */
    DATELINE_BAD_USAGE, /* the call itself is wrong: an unknown format, an unknown projection */
    DATELINE_SYSTEM     /* reading or writing failed */
} dateline_status;

/* The first error of a call. Initialise with {0}. line and column count from 1 and are 0 where there is no
 * such place. */
typedef struct dateline_error {
    dateline_status status;
    int line;
    int column;
    char source[256];  /* the file or the thing at fault, as the caller named it */
    char path[256];    /* the place inside it, such as countries[3].id; may be empty */
    char message[512]; /* one sentence: what is wrong, and what would be right */
} dateline_error;

/* Writes "source:line:column: path: message" into text, cut to size; leaves out what is not known. Returns
 * text. */
DATELINE_API char *dateline_error_text(const dateline_error *error, char *text, size_t size);

typedef struct dateline_words dateline_words; /* what the reader knows: names, demonyms, cues, by language */
typedef struct dateline_facts dateline_facts; /* which countries, in which roles, on what evidence */
typedef struct dateline_atlas dateline_atlas; /* countries as geometry, with their borders */
typedef struct dateline_style dateline_style; /* how everything looks */
typedef struct dateline_scene dateline_scene; /* the finished page as a list of marks */

/* Folder of the words; NULL for the installed one. */
DATELINE_API dateline_words *dateline_words_load(const char *folder, dateline_error *error);
/* Writes each language into folder as one file that later loads map into memory instead of reading the words
 * anew; they look for it in the folder "packed" of the words or of the data and pass it over when any file it
 * was made from has changed. */
DATELINE_API bool dateline_words_pack(const dateline_words *words, const char *folder, dateline_error *error);
DATELINE_API void dateline_words_free(dateline_words *words);

typedef struct dateline_read_options {
    const char *name;     /* of the article, for messages and facts; NULL for "article" */
    const char *language; /* ISO 639-1 code, or NULL to detect it */
    bool expand_blocs;    /* a bloc that acts stands for its members */
} dateline_read_options;

/* Reads an article (plain text, HTML, Markdown) or a table (CSV, JSON) of size bytes. options may be NULL. */
DATELINE_API dateline_facts *dateline_read(const dateline_words *words, const char *bytes, size_t size,
                                           const dateline_read_options *options, dateline_error *error);
/* The article with its mentions and roles marked, as text; colour adds terminal colours. The caller frees it
 * with free(). */
DATELINE_API char *dateline_explain(const dateline_words *words, const char *bytes, size_t size,
                                    const dateline_read_options *options, bool colour, dateline_error *error);

/* Facts from JSON, perhaps corrected by a person; name is used in messages. */
DATELINE_API dateline_facts *dateline_facts_load(const char *json, size_t size, const char *name,
                                                 dateline_error *error);
/* Facts as JSON with a newline at the end. The caller frees it with free(). */
DATELINE_API char *dateline_facts_json(const dateline_facts *facts);
DATELINE_API size_t dateline_facts_note_count(const dateline_facts *facts);
DATELINE_API const char *dateline_facts_note(const dateline_facts *facts, size_t index);
DATELINE_API void dateline_facts_free(dateline_facts *facts);

typedef struct dateline_atlas_options {
    const char *folder;    /* of the shapes; NULL for the installed one */
    const char *scale;     /* "110m", "50m" (NULL means this) or "10m" */
    const char *worldview; /* "international" (NULL means this), "de-facto", or one of the folder's own */
} dateline_atlas_options;

DATELINE_API dateline_atlas *dateline_atlas_load(const dateline_atlas_options *options,
                                                 dateline_error *error);
/* Writes the atlas into folder as one file that later loads map into memory instead of building it anew; they
 * look for it in the folder "packed" of the data and pass it over when any file it was made from has changed.
 */
DATELINE_API bool dateline_atlas_pack(const dateline_atlas *atlas, const char *folder, dateline_error *error);
DATELINE_API void dateline_atlas_free(dateline_atlas *atlas);

/* A style by file name, or by the name of one in folder (NULL for the installed one). */
DATELINE_API dateline_style *dateline_style_load(const char *folder, const char *name, dateline_error *error);
DATELINE_API void dateline_style_free(dateline_style *style);

/*
 * Words about the map, from the facts and in the style's language: as is "alt" (one sentence), "long"
 * (paragraphs) or "table", whose format is "markdown" (NULL means this), "html" or "csv". Ends with a
 * newline; the caller frees it with free().
 */
DATELINE_API char *dateline_describe(const dateline_facts *facts, const dateline_style *style, const char *as,
                                     const char *format, dateline_error *error);
/* Takes one finding of several; its status is DATELINE_OK where it is a warning. */
typedef void (*dateline_tell)(void *context, const dateline_error *finding);

typedef struct dateline_style_options {
    const char *folder;       /* of styles called by name; NULL: ./styles, the user's, the installed one */
    const char *const *names; /* names or files, each over the one before; none means "default" */
    size_t name_count;
    const char *const *settings; /* single values over them: "land.colour=#dddddd" */
    size_t setting_count;
    dateline_tell tell; /* told every fault, sorted by line; may be NULL */
    void *context;      /* of tell */
} dateline_style_options;

/* Several styles, and single values, as one; the first fault goes to error, all to tell. options may be NULL.
 */
DATELINE_API dateline_style *dateline_styles_load(const dateline_style_options *options,
                                                  dateline_error *error);
/* The style so made, as JSON that is a style itself, with a comment on each value that says where it came
 * from. The caller frees it with free(). */
DATELINE_API char *dateline_style_show(const dateline_style_options *options, dateline_error *error);
/* A line for each style of the folder (or folders, for NULL): its name, its description, its path, with tabs
 * between. The caller frees it with free(). */
DATELINE_API char *dateline_style_list(const char *folder);
/* A commented style to begin one's own with. The caller frees it with free(). */
DATELINE_API char *dateline_style_start(dateline_error *error);
/*
 * Measures what readers need: contrast of text and of neighbouring classes, their difference to the
 * colour-blind and in greyscale, fonts that are installed. Of the roles that facts have; facts may be NULL.
 * Tells each finding, all as warnings; returns how many.
 */
DATELINE_API size_t dateline_style_check(const dateline_style *style, const dateline_facts *facts,
                                         dateline_tell tell, void *context);

typedef struct dateline_map_options {
    const char *title;      /* NULL: from the facts */
    const char *subtitle;   /* NULL: from the facts */
    const char *source;     /* NULL: from the facts */
    const char *projection; /* NULL or "auto", a built-in name, or a PROJ string that begins with '+' */
    const char *center;     /* NULL, or "LON[,LAT[,ROLL]]" in degrees */
    const char *frame;      /* NULL, "world", "roles", "targets", "ISO3,ISO3...", or "W,S,E,N" in degrees */
    const char *size; /* NULL: the style's; "portrait", "a4-landscape", ..., or "1080x1350", "210x297mm" */
    double dpi;       /* 0: the style's; of the PNG of a page in mm, in or pt, 10 to 2400 */
    double scale;     /* 0 for 1; pixels of the PNG for each of the page's, up to 16 */
    bool explain;     /* adds notes that say why the map shows what it shows */
    const char *id_prefix; /* of the ids in the SVG; NULL: one that another article's map does not have */
    const char *text;      /* of the SVG: NULL or "letters", or "outline" for shapes */
    const char *font;      /* of the SVG: NULL or "named", or "embed" for text that brings its fonts along */
    bool responsive;       /* the SVG takes the width it is given */
    int threads;           /* that work on the map; 0: one for each core, up to 4. The bytes are the same */
    /* Told the name of each step of the work as it ends, which is static: for timing. NULL for nobody. */
    void (*step)(void *context, const char *name);
    void *step_context;
} dateline_map_options;

/* Composes the page. The scene keeps no reference to its ingredients. options may be NULL. */
DATELINE_API dateline_scene *dateline_compose(const dateline_facts *facts, const dateline_atlas *atlas,
                                              const dateline_style *style,
                                              const dateline_map_options *options, dateline_error *error);
/* Width and height in page units: CSS pixels, or points of 1/72 inch for a style whose page is given in mm or
 * inches. */
DATELINE_API void dateline_scene_size(const dateline_scene *scene, double *width, double *height);
DATELINE_API size_t dateline_scene_note_count(const dateline_scene *scene);
DATELINE_API const char *dateline_scene_note(const dateline_scene *scene, size_t index);
DATELINE_API void dateline_scene_free(dateline_scene *scene);

/* Takes size bytes; returns false to stop, which makes the call fail. */
typedef bool (*dateline_write)(void *context, const void *bytes, size_t size);

/* Format is "png", "svg", "pdf" or "trace". */
DATELINE_API bool dateline_paint(const dateline_scene *scene, const char *format, dateline_write write,
                                 void *context, dateline_error *error);
/* The format that a file name's suffix asks for, or NULL with an error that lists the known ones. */
DATELINE_API const char *dateline_format_of(const char *path, dateline_error *error);
/* Paints into a temporary beside path and renames it, so that path is whole or untouched. */
DATELINE_API bool dateline_paint_file(const dateline_scene *scene, const char *path, dateline_error *error);

/* The same map drawn otherwise, which a page shows where a media query of CSS holds, such as
 * "(prefers-color-scheme: dark)". Its ids have to differ: see id_prefix. */
typedef struct dateline_variant {
    const dateline_scene *scene;
    const dateline_style *style; /* of the scene */
    const char *media;
} dateline_variant;

typedef struct dateline_embed_options {
    const char *as;      /* "html", "markdown", "latex", "asciidoc", "typst", or "page" for a page of HTML */
    const char *picture; /* the picture's file as the document calls it; NULL for a picture in the snippet */
    bool data;           /* without a file: as a data: address instead of SVG among the markup */
    const dateline_variant *variants; /* of a page; the last whose query holds is shown */
    size_t variant_count;
} dateline_embed_options;

/*
 * The map as a piece of a document: figure, caption, alternative text, and the data table, folded away where
 * the language can fold. facts and style are those of the scene. LaTeX and Typst need a picture's file. Ends
 * with a newline; the caller frees it with free().
 */
DATELINE_API char *dateline_embed(const dateline_facts *facts, const dateline_style *style,
                                  const dateline_scene *scene, const dateline_embed_options *options,
                                  dateline_error *error);

enum { DATELINE_DIGEST_SIZE = 65 };
/* SHA-256 as 64 hexadecimal digits and a zero byte: of bytes, and of all files of a folder of data, NULL for
 * the installed one of room "words", "shapes" or "styles". */
DATELINE_API void dateline_digest(const void *bytes, size_t size, char digest[DATELINE_DIGEST_SIZE]);
DATELINE_API bool dateline_data_digest(const char *folder, const char *room,
                                       char digest[DATELINE_DIGEST_SIZE], dateline_error *error);

/* A whole file, or standard input for "-"; the caller frees it with free(). Refuses folders and more than 256
 * MiB. */
DATELINE_API char *dateline_file_read(const char *path, size_t *size, dateline_error *error);
/* Writes into a temporary beside path and renames it. "-" is standard output. */
DATELINE_API bool dateline_file_write(const char *path, const void *bytes, size_t size,
                                      dateline_error *error);

#ifdef __cplusplus
}
#endif
#endif
