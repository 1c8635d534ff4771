/* See roster.h. */
#include "roster.h"

#include "../atlas/cities.h"
#include "../base/text.h"
#include "mirror.h"
#include "wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Named {
    const char *name;
    const char *key; /* to be sorted by: no capitals, no accents */
} Named;

static int by_key(const void *a, const void *b) {
    const Named *first = a, *second = b;
    int difference = strcmp(first->key, second->key);
    return difference ? difference : strcmp(first->name, second->name);
}

/* A name stays on one line. */
static const char *unbroken(Page *page, const char *name) {
    Text text = {0};
    for (const char *at = name; *at; at++)
        if (*at == ' ')
            text_add(&text, "\xC2\xA0");
        else
            text_add_char(&text, *at);
    const char *kept = arena_text(page->arena, text.bytes ? text.bytes : "");
    text_free(&text);
    return kept;
}

/* The names of a class in the order of the alphabet, or NULL where the legend's line has them all. */
static const char *names_of(Page *page, const Story *story, const StoryClass *which) {
    Named *named = ARENA_ARRAY(page->arena, Named, story->cast_count);
    const char **names = ARENA_ARRAY(page->arena, const char *, story->cast_count);
    size_t count = 0;
    bool told = true;
    for (size_t i = 0; i < story->cast_count; i++) {
        const Cast *cast = &story->cast[i];
        if (cast->look != which->look && cast->overlay != which->look) continue;
        told &= strstr(which->text, cast->name) != NULL;
        named[count++] = (Named){unbroken(page, cast->name), cities_fold(page->arena, cast->name)};
    }
    if (told) return NULL;
    qsort(named, count, sizeof *named, by_key);
    for (size_t i = 0; i < count; i++) names[i] = named[i].name;
    return wording_joined(page, names, count, page->texts->comma, page->texts->comma);
}

/* The legend's line as a heading: one line, with a capital. */
static const char *heading_of(Page *page, const StoryClass *which) {
    char *heading = arena_text(page->arena, which->text);
    for (char *bar = heading; (bar = strchr(bar, '|'));) *bar = ' ';
    if (*heading >= 'a' && *heading <= 'z') *heading = (char)(*heading - 'a' + 'A');
    return heading;
}

/* A class in words. */
typedef struct RosterList {
    const char *heading, *names;
} RosterList;

typedef struct Measure {
    Font title, names;
    double title_leading, leading, gap;
} Measure;

static Measure measure_of(const Page *page) {
    const TypeStyle *title = &page->style->text.roster_title, *names = &page->style->text.roster;
    Measure measure = {.title = page_font(page, title), .names = page_font(page, names)};
    measure.title_leading = measure.title.size * title->leading;
    measure.leading = measure.names.size * names->leading;
    measure.gap = page->style->roster.gap * page->s;
    return measure;
}

/* Columns as wide as their names are long, so that they end about level, but none narrower than the style's.
 */
static void share_width(Page *page, const Measure *measure, const RosterList *lists, size_t count,
                        double width, double *columns) {
    double least = fmin(page->style->roster.column * page->s, width / (double)count), total = 0,
           long_ones = 0;
    for (size_t i = 0; i < count; i++) {
        columns[i] = letters_measure(page->letters, &measure->names, lists[i].names).width;
        total += columns[i];
    }
    double spare = width;
    for (size_t i = 0; i < count; i++) {
        bool is_short = columns[i] / total * width < least;
        if (is_short) spare -= least;
        long_ones += is_short ? 0 : columns[i];
    }
    for (size_t i = 0; i < count; i++) {
        bool is_short = columns[i] / total * width < least;
        columns[i] = is_short ? least : columns[i] / long_ones * spare;
    }
}

/* How far below its first line an entry's last one is. */
static double height_of(const Measure *measure, const RosterEntry *entry) {
    return measure->title_leading * (double)entry->heading.count +
           measure->leading * (double)(entry->names.count - 1);
}

/* Entries side by side, their headings at top; returns the foot of the longest. */
static double set_row(Page *page, const Measure *measure, RosterEntry *entries, const RosterList *lists,
                      size_t count, double left, double right, double top) {
    enum { MOST_LINES = 1000 };
    double *columns = ARENA_ARRAY(page->arena, double, count), foot = top;
    share_width(page, measure, lists, count, right - left - measure->gap * (double)(count - 1), columns);
    for (size_t i = 0; i < count; i++) {
        RosterEntry *entry = &entries[i];
        entry->at = (Point){left, top};
        entry->heading = page_wrap(page, &measure->title, lists[i].heading, columns[i], MOST_LINES, NULL);
        entry->names = page_wrap(page, &measure->names, lists[i].names, columns[i], MOST_LINES, NULL);
        foot = fmax(foot, top + height_of(measure, entry));
        left += columns[i] + measure->gap;
    }
    return foot;
}

static size_t list_classes(Page *page, const Story *story, RosterList *lists) {
    size_t count = 0;
    for (size_t i = 0; i < story->class_count; i++) {
        const char *names = names_of(page, story, &story->classes[i]);
        if (names) lists[count++] = (RosterList){heading_of(page, &story->classes[i]), names};
    }
    return count;
}

static Roster set_rows(Page *page, const Story *story, double left, double right, double *height) {
    const RosterStyle *style = &page->style->roster;
    Measure measure = measure_of(page);
    Roster roster = {.left = left, .right = right};
    RosterList *lists = ARENA_ARRAY(page->arena, RosterList, story->class_count);
    roster.entries = ARENA_ARRAY(page->arena, RosterEntry, story->class_count);
    roster.count = list_classes(page, story, lists);
    size_t most = (size_t)fmax(1, (right - left + measure.gap) / (style->column * page->s + measure.gap));
    double foot = 0;
    for (size_t first = 0, count; first < roster.count; first += count) {
        count = roster.count - first < most ? roster.count - first : most;
        double top = first ? foot + measure.title_leading + measure.gap / 2
                           : style->above * page->s + measure.title.size;
        foot = set_row(page, &measure, roster.entries + first, lists + first, count, left, right, top);
    }
    *height = foot;
    return roster;
}

Roster roster_measure(Page *page, const Story *story, double left, double right, double bottom) {
    const RosterStyle *style = &page->style->roster;
    double height;
    if (!style->shown) return (Roster){0};
    Roster roster = set_rows(page, story, left, right, &height);
    if (roster.count && height > style->most * page->height) return (Roster){.left_out = true};
    roster.rule = bottom - height;
    for (size_t i = 0; i < roster.count; i++) roster.entries[i].at.y += roster.rule;
    return roster;
}

static double draw_lines(Page *page, const TypeStyle *type, double leading, const Lines *lines, Point at) {
    for (size_t i = 0; i < lines->count; i++, at.y += leading)
        page_text(page, type, lines->items[i], mirror_point(page, at), mirror_anchor(page, TEXT_START));
    return at.y;
}

void roster_draw(Page *page, const Roster *roster) {
    Measure measure = measure_of(page);
    if (roster->left_out) scene_note(page->scene, "no room for the list of names under the map");
    if (!roster->count) return;
    scene_group(page->scene, &(GroupMark){.id = "roster", .kind = "roster"});
    page_rule(page, roster->left, roster->right, roster->rule);
    for (size_t i = 0; i < roster->count; i++) {
        const RosterEntry *entry = &roster->entries[i];
        Point at = entry->at;
        at.y = draw_lines(page, &page->style->text.roster_title, measure.title_leading, &entry->heading, at);
        draw_lines(page, &page->style->text.roster, measure.leading, &entry->names, at);
    }
    scene_end(page->scene);
}
