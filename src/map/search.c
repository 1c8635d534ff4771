/* See search.h. */
#include "search.h"

#include <math.h>

static const double TURN = 6.28318530717958647692;

double setting_width(const Label *label, Setting setting) {
    return setting.scale *
           (setting.two_lines ? fmax(label->line_widths[0], label->line_widths[1]) : label->width);
}

double setting_height(const Label *label, Setting setting) {
    double second = setting.two_lines ? label->font.size * label->type->leading : 0;
    return setting.scale * (label->height + second);
}

const LabelStyle *search_costs(const Search *search) {
    return &search->page->style->labels;
}

double setting_cost(const Search *search, Setting setting) {
    const LabelStyle *costs = search_costs(search);
    return (setting.two_lines ? costs->two_lines : 0) + (setting.scale < 1 ? costs->smaller : 0);
}

Box search_box(Point center, double width, double height) {
    return (Box){center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
}

int search_at(const Search *search, Point at) {
    return raster_at(search->set->panel->raster, at);
}

bool search_is_free(const Search *search, Box box) {
    const Obstacles *obstacles = &search->set->obstacles;
    if (!box_contains(obstacles->bounds, box)) return false;
    for (size_t i = 0; i < obstacles->boxes.count; i++)
        if (box_overlaps(obstacles->boxes.items[i].box, box)) return false;
    if (raster_count(search->set->panel->raster, &search->set->lines, box, 1) == 0) return true;
    for (size_t i = 0; i + 1 < obstacles->lines.count; i += 2)
        if (segment_meets_box(obstacles->lines.items[i], obstacles->lines.items[i + 1], box)) return false;
    return true;
}

Cover search_cover(const Search *search, Box box) {
    const LabelSet *set = search->set;
    const Label *label = search->label;
    Tallies tallies = {&set->nothing, &set->marked, &label->ground,
                       label->own >= 0 && set->panel->marked[label->own]};
    return raster_cover_of(set->panel->raster, box, &tallies);
}

double search_land_cost(const Search *search, Cover cover) {
    return search_costs(search)->land * cover.other;
}

int search_edges(const Search *search, Box box) {
    const Raster *raster = search->set->panel->raster;
    double y = (box.top + box.bottom) / 2, step = search->s * 0.4;
    int before = raster_at(raster, (Point){box.left, y}), edges = 0;
    for (double x = box.left + step; x <= box.right; x += step) {
        int here = raster_at(raster, (Point){x, y});
        edges += here != before;
        before = here;
    }
    return edges;
}

double search_crossing(const Search *search, Point from, Point to) {
    const Panel *panel = search->set->panel;
    double length = hypot(to.x - from.x, to.y - from.y), step = search->s * 0.25;
    int count = (int)(length / step), over = 0, borders = 0, coasts = 0, last = RASTER_NOTHING;
    for (int i = 1; i < count; i++) {
        double share = (double)i / count;
        Point at = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        int value = raster_at(panel->raster, at);
        bool crossed = value >= 0 && value != search->label->own && panel->marked[value];
        over += !crossed ? 0 : search->set->struck[value] ? 3 : 1; /* a hatch under a line is read with it */
        borders += crossed && value != last;
        coasts += last != RASTER_NOTHING && value == RASTER_NOTHING;
        last = crossed ? value : RASTER_NOTHING;
    }
    return over * step / search->s + borders + 4 * coasts;
}

double search_land_between(const Search *search, Box box) {
    const Label *label = search->label;
    Point at = {fmax(box.left, fmin(box.right, label->anchor.x)),
                fmax(box.top, fmin(box.bottom, label->anchor.y))};
    double length = hypot(label->anchor.x - at.x, label->anchor.y - at.y), step = search->s * 0.12;
    int count = (int)(length / step) + 1, over = 0;
    for (int i = 0; i < count; i++) {
        double share = (double)i / count;
        Point point = {at.x + (label->anchor.x - at.x) * share, at.y + (label->anchor.y - at.y) * share};
        int value = raster_at(search->set->panel->raster, point);
        if (value == label->own) break;
        over += value != RASTER_NOTHING;
    }
    return over * step / search->s;
}

/* A symbol that stands where the country is named, such as the ring of the host's city on a small island. */
static bool is_own_symbol(const Search *search, const Obstacle *obstacle) {
    Point at = search->label->anchor;
    return obstacle->owner == search->label ||
           (search->label->radius > 0 && box_contains(obstacle->box, (Box){at.x, at.y, at.x, at.y}));
}

bool search_line_is_free(const Search *search, Point from, Point to) {
    const Obstacles *obstacles = &search->set->obstacles;
    for (size_t i = 0; i < obstacles->boxes.count; i++) {
        const Obstacle *obstacle = &obstacles->boxes.items[i];
        if (!is_own_symbol(search, obstacle) && segment_meets_box(from, to, obstacle->box)) return false;
    }
    return true;
}

/* Whether a leader's dot may stand at a point: on the country, and on no symbol. */
static bool dot_is_free(const Search *search, Point at) {
    const Obstacles *obstacles = &search->set->obstacles;
    double radius = search->page->style->leader.dot * search->page->line + search->page->line;
    Box dot = box_grown((Box){at.x, at.y, at.x, at.y}, radius);
    if (!box_contains(obstacles->bounds, dot)) return false;
    if (search->label->own >= 0 && raster_at(search->set->panel->raster, at) != search->label->own)
        return false;
    for (size_t i = 0; i < obstacles->boxes.count; i++)
        if (box_overlaps(obstacles->boxes.items[i].box, dot)) return false;
    return true;
}

bool search_free_dot(const Search *search, Point *at) {
    enum { RINGS = 6, SPOKES = 16 };
    Point anchor = search->label->anchor;
    for (int ring = 0; ring <= RINGS; ring++)
        for (int spoke = 0; spoke < (ring ? SPOKES : 1); spoke++) {
            double angle = TURN * spoke / SPOKES, distance = search->s * 0.35 * ring;
            *at = (Point){anchor.x + cos(angle) * distance, anchor.y + sin(angle) * distance};
            if (dot_is_free(search, *at)) return true;
        }
    return false;
}

/* Raises *enter to where from + t * along comes to the side of a range that it heads for. */
static void come_to(double from, double along, double low, double high, double *enter) {
    if (along > 0)
        *enter = fmax(*enter, (low - from) / along);
    else if (along < 0)
        *enter = fmax(*enter, (high - from) / along);
}

/* Before that far along a line there is nothing of the label's country. */
static double way_to_ground(const Search *search, Point from, Point along) {
    const Raster *raster = search->set->panel->raster;
    const Tally *ground = &search->label->ground;
    double left = raster->box.left + (ground->left - 1) * raster->cell,
           top = raster->box.top + (ground->top - 1) * raster->cell, way = 0;
    come_to(from.x, along.x, left, left + (ground->columns + 2) * raster->cell, &way);
    come_to(from.y, along.y, top, top + (ground->rows + 2) * raster->cell, &way);
    return way;
}

Point search_entry(const Search *search, Point from, double inward) {
    const Label *label = search->label;
    double x = search->dot.x - from.x, y = search->dot.y - from.y, length = hypot(x, y), at = 0;
    double step = search->s * 0.12;
    if (length <= 0) return search->dot;
    double way = fmin(length, way_to_ground(search, from, (Point){x / length, y / length}));
    while (at < way) at += step;
    while (at < length) {
        Point point = {from.x + x / length * at, from.y + y / length * at};
        if (raster_at(search->set->panel->raster, point) == label->own) break;
        at += step;
    }
    for (double share = 1; share > 0.3; share -= 0.2) { /* less far in where a symbol stands in the way */
        double far = at + inward * share;
        Point end = {from.x + x / length * far, from.y + y / length * far};
        if (far < length && dot_is_free(search, end)) return end;
    }
    return search->dot;
}

static bool pill_is_free(const Search *search, Candidate *candidate, double left, double middle) {
    double half = search->pill_height / 2;
    candidate->pill = (Box){left, middle - half, left + search->pill_width, middle + half};
    Cover cover = search_cover(search, candidate->pill);
    return cover.marked == 0 && cover.own == 0 && search_is_free(search, candidate->pill);
}

bool search_set_block(const Search *search, Box text, bool pill_on_right, Candidate *candidate) {
    candidate->text = text;
    candidate->pill = BOX_EMPTY;
    if (!search->label->pill) return true;
    double gap = search->s * 0.3, middle = (text.top + text.bottom) / 2, width = search->pill_width;
    bool beside =
        pill_is_free(search, candidate, pill_on_right ? text.right + gap : text.left - gap - width, middle);
    double below = text.bottom + search->s * 0.1 + search->pill_height / 2;
    if (!beside && !pill_is_free(search, candidate, pill_on_right ? text.left : text.right - width, below))
        return false;
    candidate->cost += search_land_cost(search, search_cover(search, candidate->pill));
    return true;
}

void search_add(Search *search, Candidate candidate) {
    array_push(&search->label->candidates, candidate);
}
