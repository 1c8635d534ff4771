/*
 * The page while it is being composed: its size, its units and what every layer needs at hand. Knows no
 * country.
 */
#ifndef MAP_PAGE_H
#define MAP_PAGE_H

#include "../ink/letters.h"
#include "../scene.h"
#include "../style/tongue.h"

typedef struct Page {
    const Style *style;
    Arena *arena; /* of texts and lists that live until the scene is finished */
    Letters *letters;
    Scene *scene;
    const char *language; /* of the names, ISO 639-1 */
    const Tongue *tongue,
        *heard;              /* the page's texts, and those of the article's language to understand it by */
    const StyleTexts *texts; /* of the tongue */
    const StyleWords *words;
    double width, height; /* page units */
    double s;             /* size of a country's label, the unit of everything */
    double line;          /* page units for one CSS pixel of the style's lines and symbols */
    double tight; /* factor on the gaps between blocks of text: 1, less where a line holds few words */
    bool pixels;  /* the page is given in CSS pixels, not in a physical unit */
    double points_per_unit, pixels_per_unit;
    int threads; /* that may work on it at once; 0 for one a core */
} Page;

/* Fills in the sizes from the options and the style; arena, letters and scene are the caller's to set. False
 * with an error for a size that is none. */
bool page_measure(Page *page, const Style *style, const dateline_map_options *options, dateline_error *error);

/* The style's type on this page: sizes in page units. */
Font page_font(const Page *page, const TypeStyle *type);
/* A type for display, such as the title's: no larger than a share of the page's width, so that narrow pages
 * with large letters keep room for the map. */
Font page_display_font(const Page *page, const TypeStyle *type, double share);
/* A pen and a hatch with their lengths in page units; factor thins them on small-scale maps. */
Pen page_pen(const Page *page, Pen pen, double factor);
Fill page_fill(const Page *page, Fill fill, double factor);

/* Lines of text that fit a width. */
typedef struct Lines {
    const char **items;
    size_t count;
    double width; /* of the widest */
} Lines;

/* Breaks at spaces into at most most lines no wider than width, as even as the number of lines allows, so
 * that no word stands alone at the end. A text that is too long ends in an ellipsis after a whole word; *cut
 * then says so. */
Lines page_wrap(Page *page, const Font *font, const char *text, double width, size_t most, bool *cut);
/* Splits at '|'. */
Lines page_split(Page *page, const Font *font, const char *text);

/* Puts a line of text on the scene, without halo; returns its width. */
double page_text(Page *page, const TypeStyle *type, const char *text, Point at, TextAnchor anchor);
/* The same on a map, with the style's halo, so that no coast runs through the letters. */
double page_text_on_map(Page *page, const TypeStyle *type, const char *text, Point at, TextAnchor anchor);

/* The style's rule across the page, mirrored where the page is. */
void page_rule(Page *page, double left, double right, double y);

/* Fills in {name} from pairs of name and value ended by NULL: page_fill_in(page, "{a} of {b}", "a", "1", "b",
 * "2", NULL). */
const char *page_fill_in(Page *page, const char *pattern, ...) __attribute__((sentinel));

#endif
