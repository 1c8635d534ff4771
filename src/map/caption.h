/* Title, subtitle, rule and source line: measured first, so that the map knows its room, drawn later. */
#ifndef MAP_CAPTION_H
#define MAP_CAPTION_H

#include "story.h"

typedef struct Caption {
    Lines title, subtitle, source;
    Font title_font, subtitle_font, source_font;
    double left, right;
    double title_baseline, subtitle_baseline, rule, source_baseline; /* of the first line; the rule's y */
    double bottom;                                                   /* of the text above the map */
    double top_of_source;
} Caption;

/* Flows downward from the page's top margin between left and right. The source line stands at the page's
 * foot, source_right wide. */
Caption caption_measure(Page *page, const Story *story, double left, double right, double source_right);
/* The title alone, in letters of a size, for the smallest pages; the rest goes into the picture's metadata.
 */
Caption caption_measure_title(Page *page, const Story *story, double left, double right, double size);
void caption_draw(Page *page, const Caption *caption);

#endif
