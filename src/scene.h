/*
 * WAIST 2: the finished page as a flat list of marks. Everything above decides; painters only paint. Ids,
 * titles and roles are strings that the scene never interprets. Units are page units, y down; no matrices.
 *
 * Groups open and close around what belongs together and carry its meaning. A builder call copies all it is
 * given and never fails, so layer code has no error branches.
 */
#ifndef SCENE_H
#define SCENE_H

#include "geo/outline.h"
#include "ink/fonts.h"
#include "ink/ink.h"

#include "dateline.h"

typedef struct dateline_scene Scene;

typedef enum MarkKind { MARK_GROUP, MARK_END, MARK_PATH, MARK_TEXT } MarkKind;

typedef struct GroupMark {
    const char *id;      /* unique on the page, or NULL */
    const char *kind;    /* "layer", "country", "inset", "legend", "label", ...; becomes the first class */
    const char *title;   /* what a reader is told, or NULL */
    const char *country; /* ISO alpha-3, or NULL */
    const char *roles;   /* space-separated role names, or NULL */
    const char *name;    /* of the country as a word, or NULL */
    const char *value;   /* the number that is shown by its shade, or NULL */
    Outline clip;        /* empty for none */
} GroupMark;

typedef struct PathMark {
    Outline outline;
    Fill fill;
    Pen pen;
} PathMark;

/* Of the page, not of the script: START is the left end of Arabic too. */
typedef enum TextAnchor { TEXT_START, TEXT_MIDDLE, TEXT_END } TextAnchor;

typedef struct TextMark {
    const char *text;
    Point at; /* the anchor on the baseline */
    TextAnchor anchor;
    Font font;
    Colour colour;
    double width; /* as measured */
    double halo;  /* width on each side; 0 for none */
    Colour halo_colour;
    const char *language; /* of the text if it differs from the page's, or NULL */
} TextMark;

typedef struct Mark {
    MarkKind kind;
    union {
        GroupMark group;
        PathMark path;
        TextMark text;
    };
} Mark;

/* Letters of an SVG: as text in fonts that the reader may have, as shapes, or as text with its fonts. */
typedef enum TextForm { TEXT_AS_LETTERS, TEXT_AS_OUTLINES, TEXT_WITH_FONTS } TextForm;

/* What a page was made from, so that it can be made again: SHA-256 as hexadecimal digits; "" where unknown.
 */
typedef struct Provenance {
    const char *data; /* "Natural Earth 5.1.2, 50m, international" */
    const char *article, *facts, *style;
} Provenance;

/* What the page is, beside its marks. Strings are borrowed by scene_new, which copies them. */
typedef struct PageInfo {
    double width, height;   /* page units */
    double points_per_unit; /* 1/72 inch a unit: 0.75 for CSS pixels, 1 for points */
    double pixels_per_unit; /* of the PNG: 1 for CSS pixels, dpi/72 for points */
    const char *title;
    const char *description; /* the alternative text */
    const char *language;
    const char *credits; /* source and licence in one line */
    const char *licence; /* of the data */
    Provenance provenance;
    const char *id_prefix; /* before every id of an SVG; NULL or "" for none */
    TextForm text_form;    /* of an SVG */
    bool responsive;       /* an SVG takes the width it is given */
    int threads;           /* that paint a PNG; 0 for one for each core, up to 4 */
} PageInfo;

Scene *scene_new(const PageInfo *info);
/* Replaces what scene_new was told, where it is known only later. */
void scene_describe(Scene *scene, const PageInfo *info);
void scene_free(Scene *scene);

/* Builders. Outlines are copied. scene_group and scene_end pair up: an end too many is ignored, one that
 * lacks is supplied as the last mark. Paths without an outline and texts without a letter leave no mark. */
void scene_group(Scene *scene, const GroupMark *group);
void scene_end(Scene *scene);
void scene_path(Scene *scene, const Outline *outline, Fill fill, Pen pen);
void scene_text(Scene *scene, const TextMark *text);
void scene_note(Scene *scene, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The fonts that its texts were measured with, for those who paint them; NULL where they are not kept. */
void scene_keep_fonts(Scene *scene, Fonts *fonts);
Fonts *scene_fonts(const Scene *scene);

const PageInfo *scene_info(const Scene *scene);
size_t scene_mark_count(const Scene *scene);
const Mark *scene_mark(const Scene *scene, size_t index);
/* Where a line begins on the baseline, whatever its anchor. */
Point text_left_end(const TextMark *text);

#endif
