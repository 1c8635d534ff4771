/* See labels.h: names in place as marks of the scene: texts, pills, leaders and the ring of the host's city.
 */
#include "labels.h"

#include "symbols.h"

/* A text in place; on its own fill in the colour the style gives it there, elsewhere in ink with a halo. */
static void draw_line(Page *page, const Label *label, const Candidate *candidate, const char *text,
                      Point at) {
    bool on_fill = candidate->inside && label->under;
    const RoleLook *look =
        label->under ? label->under->overlay ? label->under->overlay : label->under->look : NULL;
    bool hatched = on_fill && look && look->fill.hatched;
    const HaloStyle *halo = &page->style->halo;
    TextMark mark = {
        .text = text, .at = at, .anchor = TEXT_MIDDLE, .font = label->font, .colour = label->type->colour};
    mark.font.size *= candidate->setting.scale;
    mark.width = letters_measure(page->letters, &mark.font, text).width;
    if (on_fill && look) mark.colour = look->label;
    if (hatched || !on_fill) {
        mark.halo = (hatched ? halo->on_hatch : halo->width) * page->line;
        mark.halo_colour = halo->colour;
        if (hatched) mark.halo_colour.alpha = 255;
    }
    if (on_fill && !hatched && candidate->overhangs && look) {
        mark.halo = halo->width * page->line;
        mark.halo_colour = look->fill.colour;
    }
    if (!label->under && !label->is_city && candidate->inside) mark.halo = 0;
    scene_text(page->scene, &mark);
}

static void draw_text(Page *page, const Label *label, const Candidate *candidate) {
    Box box = candidate->text;
    Setting setting = candidate->setting;
    double middle = (box.left + box.right) / 2,
           leading = label->font.size * label->type->leading * setting.scale;
    double drop = letters_measure(page->letters, &label->font, "x").cap_height / 2 * setting.scale;
    double first = (box.top + box.bottom) / 2 + drop - (setting.two_lines ? leading / 2 : 0);
    if (!setting.two_lines) {
        draw_line(page, label, candidate, label->text, (Point){middle, first});
        return;
    }
    for (int i = 0; i < 2; i++)
        draw_line(page, label, candidate, label->lines[i], (Point){middle, first + i * leading});
}

static void draw_leader(Page *page, Point from, Point to, Colour colour, bool dot) {
    const LeaderStyle *style = &page->style->leader;
    Outline line = {0};
    outline_move(&line, from.x, from.y);
    outline_line(&line, to.x, to.y);
    Pen pen = page_pen(page, style->pen, 1), casing = page_pen(page, style->casing, 1);
    pen.colour = colour;
    scene_path(page->scene, &line, (Fill){0}, casing);
    scene_path(page->scene, &line, (Fill){0}, pen);
    outline_clear(&line);
    outline_circle(&line, to, style->dot * page->line);
    Pen ring = {style->casing.colour, style->edge * page->line, {0}};
    if (dot && style->dot > 0) scene_path(page->scene, &line, (Fill){.colour = colour}, ring);
    outline_free(&line);
}

static void draw_leaders(Page *page, const LabelSet *set, const Label *label, const Candidate *candidate) {
    if (!candidate->leader && !candidate->pill_leader) return;
    const char *id = arena_format(page->arena, "%s-leader-%s", set->panel->id, label->id);
    scene_group(page->scene, &(GroupMark){.id = id, .kind = "leader"});
    if (candidate->leader)
        draw_leader(page, candidate->from, candidate->to, page->style->leader.pen.colour, label->has_dot);
    if (candidate->pill_leader)
        draw_leader(page, candidate->pill_from, candidate->pill_to, page->style->pill.star, true);
    scene_end(page->scene);
}

static Point middle_of(Box box) {
    return (Point){(box.left + box.right) / 2, (box.top + box.bottom) / 2};
}

static void draw_label(Page *page, const LabelSet *set, const Label *label) {
    const Candidate *candidate = &label->candidates.items[label->placed];
    scene_group(page->scene,
                &(GroupMark){.id = arena_format(page->arena, "%s-label-%s", set->panel->id, label->id),
                             .kind = "label",
                             .country = label->cast ? label->cast->country->code : NULL});
    draw_text(page, label, candidate);
    if (label->pill) symbol_pill(page, label->pill, label->pill_scale, middle_of(candidate->pill));
    scene_end(page->scene);
}

static void draw_host(Page *page, const Panel *panel, Point at) {
    scene_group(page->scene,
                &(GroupMark){.id = arena_format(page->arena, "%s-host", panel->id), .kind = "host"});
    symbol_host(page, at);
    scene_end(page->scene);
}

void labels_mark(Page *page, const LabelSet *set, const Story *story) {
    Point host;
    for (size_t i = 0; i < set->items.count; i++) {
        const Label *label = &set->items.items[i];
        if (label->placed >= 0) draw_leaders(page, set, label, &label->candidates.items[label->placed]);
    }
    if (panel_host(set->panel, story, &host)) draw_host(page, set->panel, host);
    for (size_t i = 0; i < set->items.count; i++)
        if (set->items.items[i].placed >= 0) draw_label(page, set, &set->items.items[i]);
}
