/* See inspect.h. Distances in page units; half a unit of overlap is not seen. */
#include "inspect.h"

#include "base/text.h"
#include "map/labels.h"
#include "marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double UNSEEN_OVERLAP = 0.5;

static const char *const fault_names[FAULT_COUNT] = {
    "text on text", "text on symbol", "symbol on symbol", "line on text", "line on symbol", "lines cross",
    "off the page", "over a frame",   "covered",          "unseen",       "unnamed"};

const char *fault_name(Fault fault) {
    return fault_names[fault];
}

typedef struct Inspector {
    Marks marks;
    Box page;
    double least; /* page units that can be seen: 3 CSS pixels */
    Findings *findings;
    Text lines;
} Inspector;

static void report(Inspector *inspector, Fault fault, const char *what, const char *other) {
    inspector->findings->count[fault]++;
    text_add_format(&inspector->lines, "  %s: %s, %s\n", fault_name(fault), what, other);
}

static Box seen(Box box) {
    return box_grown(box, -UNSEEN_OVERLAP);
}

static bool disc_meets_box(Point center, double radius, Box box) {
    double x = fmax(box.left, fmin(box.right, center.x)), y = fmax(box.top, fmin(box.bottom, center.y));
    return hypot(center.x - x, center.y - y) < radius;
}

static bool things_meet(const Thing *a, const Thing *b) {
    if (a->radius > 0 && b->radius > 0)
        return hypot(a->center.x - b->center.x, a->center.y - b->center.y) <
               a->radius + b->radius - UNSEEN_OVERLAP;
    if (a->radius > 0) return disc_meets_box(a->center, a->radius - UNSEEN_OVERLAP, b->box);
    if (b->radius > 0) return disc_meets_box(b->center, b->radius - UNSEEN_OVERLAP, a->box);
    return box_overlaps(seen(a->box), b->box);
}

/* The host's city in the circle of its country: whole, and with an edge of the circle around it. */
static bool is_ring_in_circle(const Thing *ring, const Thing *circle) {
    double apart = hypot(ring->center.x - circle->center.x, ring->center.y - circle->center.y);
    return !strcmp(ring->what, "host") && circle->radius - apart > ring->radius * 1.1;
}

/* A name stands in its pill, a swatch on its ground. */
static bool belong_together(const Thing *a, const Thing *b) {
    if (is_ring_in_circle(a, b) || is_ring_in_circle(b, a)) return true;
    return !strcmp(a->owner, b->owner) &&
           (box_contains(box_grown(a->box, 1), b->box) || box_contains(box_grown(b->box, 1), a->box));
}

static void inspect_things(Inspector *inspector) {
    const Marks *marks = &inspector->marks;
    for (size_t i = 0; i < marks->texts.count; i++) {
        const Thing *text = &marks->texts.items[i];
        for (size_t j = i + 1; j < marks->texts.count; j++)
            if (things_meet(text, &marks->texts.items[j]))
                report(inspector, TEXT_ON_TEXT, text->what, marks->texts.items[j].what);
        for (size_t j = 0; j < marks->symbols.count; j++) {
            const Thing *symbol = &marks->symbols.items[j];
            if (things_meet(text, symbol) && !belong_together(text, symbol))
                report(inspector, TEXT_ON_SYMBOL, text->what, symbol->what);
        }
    }
    for (size_t i = 0; i < marks->symbols.count; i++)
        for (size_t j = i + 1; j < marks->symbols.count; j++) {
            const Thing *a = &marks->symbols.items[i], *b = &marks->symbols.items[j];
            if (things_meet(a, b) && !belong_together(a, b))
                report(inspector, SYMBOL_ON_SYMBOL, a->what, b->what);
        }
}

static bool line_meets(const Leader *line, const Thing *thing) {
    if (thing->radius > 0)
        return segment_distance(line->from, line->to, thing->center) < thing->radius - UNSEEN_OVERLAP;
    return segment_meets_box(line->from, line->to, box_grown(thing->box, -1));
}

/* A leader may end on the mark it points at. */
static bool ends_on(const Leader *line, const Thing *thing) {
    return thing->radius > 0 &&
           hypot(line->to.x - thing->center.x, line->to.y - thing->center.y) < thing->radius + 1;
}

static void inspect_line(Inspector *inspector, const Leader *line) {
    const Marks *marks = &inspector->marks;
    for (size_t i = 0; i < marks->texts.count; i++)
        if (line_meets(line, &marks->texts.items[i]))
            report(inspector, LINE_ON_TEXT, line->owner, marks->texts.items[i].what);
    for (size_t i = 0; i < marks->symbols.count; i++) {
        const Thing *symbol = &marks->symbols.items[i];
        if (line_meets(line, symbol) && !ends_on(line, symbol))
            report(inspector, symbol->radius > 0 ? LINE_ON_SYMBOL : LINE_ON_TEXT, line->owner, symbol->what);
    }
}

static void inspect_lines(Inspector *inspector) {
    const Marks *marks = &inspector->marks;
    for (size_t i = 0; i < marks->leaders.count; i++) {
        const Leader *line = &marks->leaders.items[i];
        inspect_line(inspector, line);
        for (size_t j = i + 1; j < marks->leaders.count; j++) {
            const Leader *other = &marks->leaders.items[j];
            if (segments_cross(line->from, line->to, other->from, other->to))
                report(inspector, LINES_CROSS, line->owner, other->owner);
        }
        inspector->findings->leaders++;
    }
    /* A locator is drawn under all symbols and may lie on land; what counts is that no word is struck
     * through. */
    for (size_t i = 0; i < marks->locators.count; i++)
        for (size_t j = 0; j < marks->texts.count; j++)
            if (line_meets(&marks->locators.items[i], &marks->texts.items[j]))
                report(inspector, LINE_ON_TEXT, marks->locators.items[i].owner, marks->texts.items[j].what);
}

/* Arrows lie over land and circles, but strike nothing through that is to be read. */
static void inspect_connectors(Inspector *inspector) {
    const Marks *marks = &inspector->marks;
    for (size_t i = 0; i < marks->connectors.count; i++) {
        const Leader *line = &marks->connectors.items[i];
        for (size_t j = 0; j < marks->texts.count; j++)
            if (line_meets(line, &marks->texts.items[j]))
                report(inspector, LINE_ON_TEXT, line->owner, marks->texts.items[j].what);
        for (size_t j = 0; j < marks->symbols.count; j++)
            if (!strcmp(marks->symbols.items[j].what, "pill") && line_meets(line, &marks->symbols.items[j]))
                report(inspector, LINE_ON_SYMBOL, line->owner, "pill");
    }
}

static void inspect_place(Inspector *inspector, const Thing *thing) {
    const Marks *marks = &inspector->marks;
    if (!box_contains(box_grown(inspector->page, UNSEEN_OVERLAP), thing->box))
        report(inspector, OFF_PAGE, thing->what, thing->owner);
    for (size_t i = 0; i < marks->frames.count; i++) {
        Box frame = marks->frames.items[i].box;
        bool home = !strcmp(thing->panel, marks->frames.items[i].panel);
        bool inside = box_contains(box_grown(frame, UNSEEN_OVERLAP), thing->box);
        /* A title of an inset belongs to no layer and stands inside whole. */
        bool wrong = home ? !inside : box_overlaps(seen(thing->box), frame) && (*thing->panel || !inside);
        if (wrong) report(inspector, OVER_FRAME, thing->what, marks->frames.items[i].panel);
    }
}

static Box common(Box a, Box b) {
    return (Box){fmax(a.left, b.left), fmax(a.top, b.top), fmin(a.right, b.right), fmin(a.bottom, b.bottom)};
}

static bool lies_under(const Patch *patch, Box box) {
    for (size_t i = 0; i < patch->outline->points.count; i++) {
        Point at = patch->outline->points.items[i];
        Box point = {at.x, at.y, at.x, at.y};
        if (box_contains(box, point) && box_contains(patch->frame, point)) return true;
    }
    return false;
}

/* Countries under another panel, and under texts and symbols that belong to no panel: legend and caption. */
static void inspect_patch(Inspector *inspector, const Patch *patch) {
    const Marks *marks = &inspector->marks;
    for (size_t i = 0; i < marks->frames.count; i++)
        if (strcmp(patch->panel, marks->frames.items[i].panel) && !strcmp(patch->panel, "map") &&
            lies_under(patch, seen(marks->frames.items[i].box))) {
            report(inspector, COVERED, patch->country, marks->frames.items[i].panel);
            return;
        }
    for (size_t i = 0; i < marks->texts.count; i++)
        if (!*marks->texts.items[i].panel && !strcmp(patch->panel, "map") &&
            lies_under(patch, marks->texts.items[i].box)) {
            report(inspector, COVERED, patch->country, marks->texts.items[i].what);
            return;
        }
}

static bool is_seen(const Inspector *inspector, const char *country) {
    for (size_t i = 0; i < inspector->marks.patches.count; i++) {
        const Patch *patch = &inspector->marks.patches.items[i];
        if (strcmp(patch->country, country)) continue;
        Box shown = common(outline_box_of(patch->outline), patch->frame);
        if (!box_is_empty(shown) && fmax(box_width(shown), box_height(shown)) >= inspector->least)
            return true;
    }
    return false;
}

static bool is_named(const Inspector *inspector, const char *country) {
    for (size_t i = 0; i < inspector->marks.named.count; i++)
        if (!strcmp(inspector->marks.named.items[i], country)) return true;
    return false;
}

/* A note that ends in the name, or speaks of it as of one of several. */
static bool is_noted(const Scene *scene, const char *name) {
    size_t size = strlen(name);
    for (size_t i = 0; i < dateline_scene_note_count(scene); i++)
        for (const char *at = strstr(dateline_scene_note(scene, i), name); at; at = strstr(at + 1, name))
            if (!at[size] || strchr(" ,.;)", at[size])) return true;
    return false;
}

static void inspect_cast(Inspector *inspector, const Scene *scene, const Facts *facts) {
    const unsigned parts = ROLE_PARTICIPANT | ROLE_STRIKER | ROLE_TARGET | ROLE_DECLINED;
    unsigned all = 0;
    for (size_t i = 0; i < facts->country_count; i++) all |= facts->countries[i].roles;
    for (size_t i = 0; i < facts->country_count; i++) {
        const FactsCountry *country = &facts->countries[i];
        bool shown = country->roles & parts || (!(all & parts) && country->roles & ROLE_MENTIONED);
        if (!shown) continue;
        if (is_named(inspector, country->id))
            inspector->findings->named++;
        else if (is_noted(scene, country->name))
            inspector->findings->noted++;
        else if (inspector->marks.has_labels)
            report(inspector, UNNAMED, country->id, country->name);
        if (!is_seen(inspector, country->id) && !is_noted(scene, country->name))
            report(inspector, UNSEEN, country->id, country->name);
    }
}

void inspect(const Scene *scene, const Facts *facts, Findings *findings) {
    const PageInfo *info = scene_info(scene);
    Inspector inspector = {.page = {0, 0, info->width, info->height},
                           .least = 3 * 0.75 / info->points_per_unit,
                           .findings = findings};
    marks_collect(scene, &inspector.marks);
    inspect_things(&inspector);
    inspect_lines(&inspector);
    inspect_connectors(&inspector);
    for (size_t i = 0; i < inspector.marks.texts.count; i++)
        inspect_place(&inspector, &inspector.marks.texts.items[i]);
    for (size_t i = 0; i < inspector.marks.symbols.count; i++)
        inspect_place(&inspector, &inspector.marks.symbols.items[i]);
    for (size_t i = 0; i < inspector.marks.patches.count; i++)
        inspect_patch(&inspector, &inspector.marks.patches.items[i]);
    inspect_cast(&inspector, scene, facts);
    findings->lines = text_take(&inspector.lines);
    marks_free(&inspector.marks);
}

void findings_free(Findings *findings) {
    free(findings->lines);
    findings->lines = NULL;
}
