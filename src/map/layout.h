/* The page's grid: where the text, the legend, the map and the insets stand. Knows neither countries nor
 * colours. */
#ifndef MAP_LAYOUT_H
#define MAP_LAYOUT_H

#include "caption.h"
#include "legend.h"
#include "roster.h"

typedef enum LayoutKind {
    LAYOUT_WIDE,   /* the map under the text, full width; with insets a column beside it */
    LAYOUT_TALL,   /* portrait and square: the map under the text, insets side by side below it */
    LAYOUT_COLUMN, /* too narrow for two maps side by side: insets under the text, the map below them */
    LAYOUT_REGION, /* the text in a column, the framed map beside it */
    LAYOUT_THUMB,  /* under 500 pixels: title, map and one line of legend, nothing else */
    LAYOUT_BARE    /* the map alone fills the page */
} LayoutKind;

typedef struct Layout {
    LayoutKind kind;
    Caption caption;
    Legend legend;
    Roster roster;
    Box map;
    Box fit; /* what the map is fitted to: larger than map where insets may cover its empty south */
    Box insets[2];
    size_t inset_count;
    double highest_foot, lowest_foot; /* between which the map may end where it stands over the insets */
    Box globe;                        /* of the locator; empty for none */
} Layout;

LayoutKind layout_kind(const Page *page, bool world);
/* Moves the edge between the map and the insets below it as far toward foot as the page allows. */
void layout_move_foot(const Page *page, Layout *layout, double foot);
/* insets: at most so many; the layout says for how many it has room. */
Layout layout_measure(Page *page, const Story *story, LayoutKind kind, size_t insets);

#endif
