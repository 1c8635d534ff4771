/* See dateline.h: what a style does to readers, measured by apart.h. */
#include "../base/text.h"
#include "../ink/letters.h"
#include "apart.h"
#include "looks.h"

#include <math.h>
#include <string.h>

static const double LEAST_STEP = 8;

typedef struct Check {
    const Style *style;
    const Facts *facts;     /* or NULL */
    const RoleLooks *looks; /* the style's, and where there are facts those of their own roles */
    dateline_tell tell;
    void *context;
    size_t found;
} Check;

static void find(Check *check, const char *first, const char *second, const char *message) {
    dateline_error finding = {0};
    char path[160];
    error_set(&finding, DATELINE_BAD_INPUT,
              (Place){.source = check->style->name,
                      .path = buffer_print(path, sizeof path, "%s%s%s", first, *second ? " : " : "", second)},
              "%s", message);
    finding.status = DATELINE_OK; /* a warning */
    check->found++;
    if (check->tell) check->tell(check->context, &finding);
}

static void find_less(Check *check, const char *first, const char *second, const char *what, double is,
                      double least) {
    char message[160], figure[64], wanted[64];
    number_print(figure, floor(is * 100) / 100, 2);
    number_print(wanted, least, 2);
    find(check, first, second,
         buffer_print(message, sizeof message, "%s %s; at least %s would be right", what, figure, wanted));
}

static void check_contrast(Check *check, const char *name, Colour colour, const char *ground_name,
                           Colour ground, double least) {
    ground = colour_over(ground, check->style->page.colour);
    double contrast = colour_contrast(colour_over(colour, ground), ground);
    if (contrast < least) find_less(check, name, ground_name, "contrast", contrast, least);
}

/* -------------------------------------------------------------------------------------------- classes */

static void compare_colours(Check *check, const char *first, const char *second, Colour a, Colour b) {
    double contrast = colour_contrast(a, b);
    Vision worst = VISION_FULL;
    double difference = least_difference(a, b, &worst);
    char what[64];
    if (contrast < LEAST_CONTRAST) find_less(check, first, second, "contrast", contrast, LEAST_CONTRAST);
    if (difference < LEAST_DIFFERENCE)
        find_less(check, first, second, buffer_print(what, sizeof what, "difference %s", vision_name(worst)),
                  difference, LEAST_DIFFERENCE);
}

static bool is_same_colour(Colour a, Colour b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static bool is_same_hatch(const Hatch *a, const Hatch *b) {
    return a->angle == b->angle && a->pitch == b->pitch && a->stripe == b->stripe && a->casing == b->casing &&
           is_same_colour(a->colour, b->colour) && is_same_colour(a->casing_colour, b->casing_colour);
}

/* Looks that are the same are one class. */
static void compare_classes(Check *check, const Class *a, const Class *b) {
    bool same = is_same_colour(a->ground, b->ground) && a->fill.hatched == b->fill.hatched &&
                (!a->fill.hatched || is_same_hatch(&a->fill.hatch, &b->fill.hatch));
    if (!same && !patterns_differ(a, b)) compare_colours(check, a->name, b->name, a->ground, b->ground);
}

/* The stripes of an overlay must show on whatever it lies over. */
static void compare_overlay(Check *check, const Class *overlay, const Class *base) {
    bool hatched = overlay->fill.hatched;
    Colour colour = hatched ? overlay->fill.hatch.colour : colour_over(overlay->fill.colour, base->ground);
    if (!hatched || !overlay_shows(overlay, base))
        compare_colours(check, overlay->name, base->name, colour, base->ground);
}

/* Whether some country of the facts has the look. */
static bool is_used(const Check *check, const RoleLook *look) {
    const Facts *facts = check->facts;
    if (!facts) return true;
    unsigned shading = looks_shading(facts);
    for (size_t i = 0; i < facts->country_count; i++) {
        unsigned roles = looks_shaded(shading, facts->countries[i].roles);
        if (look == looks_find(check->looks, roles) || look == looks_overlay(check->looks, roles))
            return true;
    }
    return false;
}

static bool may_meet(const RoleLook *a, const RoleLook *b) {
    return a->roles != ROLE_MENTIONED && b->roles != ROLE_MENTIONED;
}

/* Every pair of looks, and each with the land. Two overlays never lie on one country. */
static void check_classes(Check *check) {
    const Style *style = check->style;
    Class land = class_of(check->style, "land", &style->land);
    for (size_t i = 0; i < check->looks->count; i++) {
        const RoleLook *look = &check->looks->items[i];
        Class one = class_of(check->style, look->key, &look->fill);
        if (!is_used(check, look)) continue;
        if (look->overlay)
            compare_overlay(check, &one, &land);
        else
            compare_classes(check, &one, &land);
        for (size_t j = 0; j < check->looks->count; j++) {
            const RoleLook *other = &check->looks->items[j];
            Class two = class_of(check->style, other->key, &other->fill);
            if (other->overlay || !is_used(check, other) || !may_meet(look, other)) continue;
            if (look->overlay)
                compare_overlay(check, &one, &two);
            else if (j < i)
                compare_classes(check, &two, &one);
        }
    }
}

/* A ramp is read in order and with its legend: each step is to be seen, and the lowest from the land. */
static void check_values(Check *check) {
    const ValueStyle *values = &check->style->values;
    int count = values->palette.count ? values->palette.count : (int)values->classes;
    Colour before = colour_over(check->style->land.colour, check->style->page.colour);
    for (int i = 0; i < count; i++) {
        double share = count > 1 ? (double)i / (count - 1) : 1;
        Colour now =
            values->palette.count ? values->palette.colours[i] : colour_mix(values->low, values->high, share);
        Vision worst = VISION_FULL;
        double difference = least_difference(before, now, &worst);
        char what[64], step[64];
        if (difference < LEAST_STEP)
            find_less(check, "values", buffer_print(step, sizeof step, "step %d", i),
                      buffer_print(what, sizeof what, "difference %s", vision_name(worst)), difference,
                      LEAST_STEP);
        before = now;
    }
}

/* ------------------------------------------------------------------------------------- text and symbols */

static void check_caption(Check *check) {
    const Style *style = check->style;
    Colour page = style->page.colour;
    if (!style->page.caption) return;
    check_contrast(check, "text.title", style->text.title.colour, "page", page, LEAST_TEXT);
    check_contrast(check, "text.subtitle", style->text.subtitle.colour, "page", page, LEAST_TEXT);
    check_contrast(check, "text.source", style->text.source.colour, "page", page, LEAST_TEXT);
    if (!style->legend.shown) return;
    check_contrast(check, "text.legend", style->text.legend.colour, "page", page, LEAST_TEXT);
    check_contrast(check, "text.legend_number", style->text.legend_number.colour, "page", page, LEAST_TEXT);
    check_contrast(check, "pill.star", style->pill.star, "page", page, LEAST_CONTRAST);
}

/* The colour behind names of open water: of framed maps, and of the main map. */
static Colour water_of(const Style *style) {
    return colour_over(colour_is_visible(style->sea.colour) ? style->sea.colour : style->inset_sea.colour,
                       style->page.colour);
}

/* A name on stripes stands on its halo, else on the fill. */
static void check_role_labels(Check *check) {
    const Style *style = check->style;
    for (size_t i = 0; i < check->looks->count; i++) {
        const RoleLook *look = &check->looks->items[i];
        Class class = class_of(check->style, look->key, &look->fill);
        Colour ground = class.ground, halo = style->halo.colour;
        char name[80];
        if (!is_used(check, look)) continue;
        halo.alpha = 255;
        if (look->fill.hatched && style->halo.on_hatch > 0) ground = halo;
        check_contrast(check, buffer_print(name, sizeof name, "roles.%s.label", look->key), look->label,
                       look->fill.hatched ? "halo" : "its fill", ground, LEAST_TEXT);
    }
}

static void check_map(Check *check) {
    const Style *style = check->style;
    Colour land = colour_over(style->land.colour, style->page.colour), water = water_of(style);
    if (style->disputed.width > 0)
        check_contrast(check, "disputed", style->disputed.colour, "land", land, LEAST_CONTRAST);
    if (style->map.host)
        check_contrast(check, "host", style->host.colour, "host.inside", style->host.inside, LEAST_CONTRAST);
    if (style->map.pills)
        check_contrast(check, "text.count", style->text.count.colour, "pill.fill", style->pill.fill.colour,
                       LEAST_TEXT);
    if (!style->map.labels) return;
    check_contrast(check, "text.country", style->text.country.colour, "page", style->page.colour, LEAST_TEXT);
    check_contrast(check, "text.country", style->text.country.colour, "inset_sea", water, LEAST_TEXT);
    check_contrast(check, "text.city", style->text.city.colour, "land", land, LEAST_TEXT);
    check_contrast(check, "text.neighbour", style->text.neighbour.colour, "land", land, LEAST_TEXT);
    check_contrast(check, "text.sea", style->text.sea.colour, "inset_sea", water, LEAST_TEXT);
    check_contrast(check, "text.inset_title", style->text.inset_title.colour, "inset_sea", water, LEAST_TEXT);
    check_contrast(check, "leader.pen", style->leader.pen.colour, "page", style->page.colour, LEAST_CONTRAST);
    check_role_labels(check);
}

/* ------------------------------------------------------------------------------------------------ fonts */

static void check_fonts(Check *check) {
    const Style *style = check->style;
    Letters *letters = letters_new(NULL, NULL);
    const char *told[STYLE_TYPES] = {0};
    for (size_t i = 0; letters && i < STYLE_TYPES; i++) {
        const char *family = style_type(style, i)->font.family;
        bool known = letters_has_family(letters, family);
        for (size_t j = 0; j < i; j++) known |= told[j] && !strcmp(told[j], family);
        if (known) continue;
        told[i] = family;
        find(check, family, "", "this font is not among those of styles/fonts.jsonc; Noto Sans stands in");
    }
    letters_free(letters);
}

size_t dateline_style_check(const Style *style, const Facts *facts, dateline_tell tell, void *context) {
    Arena *arena = arena_new();
    const RoleLooks *looks = facts ? &looks_of_facts(arena, style, facts)->all : &style->roles;
    Check check = {style, facts, looks, tell, context, 0};
    check_fonts(&check);
    check_classes(&check);
    check_values(&check);
    check_caption(&check);
    check_map(&check);
    arena_free(arena);
    return check.found;
}
