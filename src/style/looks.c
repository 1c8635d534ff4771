/* See looks.h. And the kinds of text of style.h. */
#include "looks.h"

#include "apart.h"

#include <string.h>

unsigned looks_shading(const Facts *facts) {
    unsigned all = 0, parts = ROLE_PARTICIPANT | ROLE_STRIKER | ROLE_TARGET | ROLES_OWN;
    for (size_t i = 0; i < facts->country_count; i++) all |= facts->countries[i].roles;
    return all & parts ? parts | ROLE_DECLINED : ROLE_MENTIONED;
}

unsigned looks_shaded(unsigned shading, unsigned roles) {
    return shading == ROLE_MENTIONED ? ROLE_MENTIONED : roles & shading;
}

static const RoleLook *best_look(const RoleLooks *looks, unsigned roles, bool overlay) {
    const RoleLook *best = NULL;
    int most = 0;
    for (size_t i = 0; i < looks->count; i++) {
        const RoleLook *look = &looks->items[i];
        int size = __builtin_popcount(look->roles);
        if (look->overlay == overlay && (look->roles & roles) == look->roles && size > most)
            best = look, most = size;
    }
    return best;
}

const RoleLook *looks_find(const RoleLooks *looks, unsigned roles) {
    return best_look(looks, roles, false);
}

const RoleLook *looks_overlay(const RoleLooks *looks, unsigned roles) {
    return best_look(looks, roles, true);
}

/* ------------------------------------------------------------------------------- the style's own looks */

/* A style's set of roles in the bits of the facts; 0 where the facts do not know one of them. */
static unsigned in_facts(const Style *style, const Facts *facts, unsigned roles) {
    unsigned found = roles & ~ROLES_OWN;
    for (int i = ROLE_COUNT; i < roles_count(&style->own_roles); i++) {
        if (!(roles & role_at(i))) continue;
        Role role = roles_find(&facts->roles, roles_name(&style->own_roles, role_at(i)));
        if (!role) return 0;
        found |= role;
    }
    return found;
}

static void take_style(Looks *looks, const Style *style, const Facts *facts) {
    for (size_t i = 0; i < style->roles.count; i++) {
        RoleLook look = style->roles.items[i];
        look.roles = in_facts(style, facts, look.roles);
        if (look.roles) looks->all.items[looks->all.count++] = look;
    }
    looks->given = looks->all.count;
}

/* ------------------------------------------------------------------------------------- looks for others */

/* The looks that countries of the facts have so far, and the land: what a new one must differ from. */
typedef struct Maker {
    Arena *arena;
    const Style *style;
    const Facts *facts;
    Looks *looks;
    unsigned shading;
    Class *taken, *overlays; /* what lies over a look must show by its stripes */
    size_t taken_count, overlay_count, made;
} Maker;

static void take(Maker *maker, const RoleLook *look) {
    Class class = class_of(maker->style, look->key, &look->fill);
    if (look->overlay)
        maker->overlays[maker->overlay_count++] = class;
    else
        maker->taken[maker->taken_count++] = class;
}

static void take_used(Maker *maker) {
    const RoleLooks *all = &maker->looks->all;
    bool *used = ARENA_ARRAY(maker->arena, bool, all->count);
    for (size_t i = 0; i < maker->facts->country_count; i++) {
        unsigned roles = looks_shaded(maker->shading, maker->facts->countries[i].roles);
        const RoleLook *look = looks_find(all, roles), *overlay = looks_overlay(all, roles);
        if (look) used[look - all->items] = true;
        if (overlay) used[overlay - all->items] = true;
    }
    for (size_t i = 0; i < all->count; i++)
        if (used[i]) take(maker, &all->items[i]);
}

static bool is_apart(const Maker *maker, const Fill *fill) {
    Class class = class_of(maker->style, "", fill);
    Colour label = readable_on(maker->style, class.ground);
    if (fill->hatched ? !stripes_show(&class, class.ground)
                      : colour_contrast(label, class.ground) < LEAST_TEXT)
        return false;
    for (size_t i = 0; i < maker->taken_count; i++)
        if (!classes_differ(&class, &maker->taken[i])) return false;
    for (size_t i = 0; i < maker->overlay_count; i++)
        if (!overlay_shows(&maker->overlays[i], &class)) return false;
    return true;
}

static bool find_plain(const Maker *maker, Fill *fill) {
    const ColourRamp *colours = &maker->style->role_colours;
    for (int i = 0; i < colours->count; i++) {
        *fill = (Fill){.colour = colours->colours[i]};
        if (is_apart(maker, fill)) return true;
    }
    return false;
}

/* Stripes on the land's colour: each turn and strength once, the hue is a help beside them. */
static bool find_striped(const Maker *maker, Fill *fill) {
    static const double turns[] = {45, -45, 0, 90}, stripes[] = {3.4, 1.7, 5.6};
    const ColourRamp *colours = &maker->style->role_colours;
    for (int pattern = 0; pattern < 12; pattern++)
        for (int i = 0; i < colours->count; i++) {
            Colour colour = colours->colours[((int)maker->made + i) % colours->count];
            *fill = (Fill){.colour = maker->style->land.colour, .hatched = true};
            fill->hatch = (Hatch){
                .angle = turns[pattern % 4], .pitch = 8, .stripe = stripes[pattern / 4], .colour = colour};
            if (is_apart(maker, fill)) return true;
        }
    return false;
}

static void add_look(Maker *maker, const char *key, unsigned roles, Fill fill) {
    const Style *style = maker->style;
    RoleLooks *all = &maker->looks->all;
    RoleLook look = {.key = key, .roles = roles, .fill = fill, .label = style->text.country.colour};
    if (!fill.hatched) look.label = readable_on(style, colour_over(fill.colour, style->page.colour));
    all->items[all->count++] = look;
}

static void make_look(Maker *maker, Role role) {
    const ColourRamp *colours = &maker->style->role_colours;
    Fill fill;
    if (!find_plain(maker, &fill) && !find_striped(maker, &fill)) {
        maker->looks->alike = true;
        fill = (Fill){.colour = colours->count ? colours->colours[maker->made % (size_t)colours->count]
                                               : maker->style->text.country.colour};
    }
    add_look(maker, roles_name(&maker->facts->roles, role), role, fill);
    take(maker, &maker->looks->all.items[maker->looks->all.count - 1]);
    maker->made++;
}

/* Whether some country has the role and no look that speaks of it. */
static bool lacks_look(const Maker *maker, Role role) {
    const RoleLooks *all = &maker->looks->all;
    for (size_t i = 0; i < maker->facts->country_count; i++) {
        unsigned roles = maker->facts->countries[i].roles;
        bool known = !(roles & role);
        for (size_t j = 0; j < all->count && !known; j++)
            known = all->items[j].roles & role && (all->items[j].roles & roles) == all->items[j].roles;
        if (!known) return true;
    }
    return false;
}

static const char *key_of(const Maker *maker, unsigned roles) {
    const char *key = "";
    for (int i = 0; i < roles_count(&maker->facts->roles); i++)
        if (roles & role_at(i))
            key = arena_format(maker->arena, "%s%s%s", key, *key ? "+" : "",
                               roles_name(&maker->facts->roles, role_at(i)));
    return key;
}

static Colour main_colour(const Fill *fill) {
    return fill->hatched ? fill->hatch.colour : fill->colour;
}

/* Stripes on a colour, cased in the paper's, at the first turn that is free. */
static bool find_cased(const Maker *maker, Colour ground, Colour stripe, Fill *fill) {
    static const double turns[] = {45, -45, 0, 90}, stripes[] = {4, 6.5};
    *fill = (Fill){.colour = ground, .hatched = true};
    if (colour_difference(stripe, ground) < LEAST_DIFFERENCE) return false;
    for (int pattern = 0; pattern < 8; pattern++) {
        fill->hatch = (Hatch){.angle = turns[pattern % 4],
                              .pitch = 12,
                              .stripe = stripes[pattern / 4],
                              .casing = 1,
                              .colour = stripe,
                              .casing_colour = maker->style->page.colour};
        if (is_apart(maker, fill)) return true;
    }
    return false;
}

/* The one's colour under the other's; where the two are much the same, or what lies over them would not show,
 * the paper is one of the two. */
static bool find_both(const Maker *maker, const Fill *base, const Fill *other, Fill *fill) {
    Colour one = main_colour(base), two = main_colour(other), page = maker->style->page.colour;
    return find_cased(maker, one, two, fill) || find_cased(maker, two, one, fill) ||
           find_cased(maker, one, page, fill) || find_cased(maker, page, one, fill) ||
           find_cased(maker, page, two, fill);
}

/* Two parts at once: the one's colour under stripes in the other's. */
static void make_both(Maker *maker, unsigned roles) {
    const RoleLooks *all = &maker->looks->all;
    const RoleLook *base = looks_find(all, roles), *over = looks_overlay(all, roles);
    unsigned rest = roles & ROLES_OWN & ~((base ? base->roles : 0) | (over ? over->roles : 0));
    const RoleLook *other = looks_find(all, rest);
    Fill fill;
    if (!base || !rest || !other) return;
    if (!find_both(maker, &base->fill, &other->fill, &fill)) maker->looks->alike = true;
    rest |= base->roles;
    add_look(maker, key_of(maker, rest), rest, fill);
    take(maker, &all->items[all->count - 1]);
}

const Looks *looks_of_facts(Arena *arena, const Style *style, const Facts *facts) {
    Looks *looks = ARENA_NEW(arena, Looks);
    size_t most = style->roles.count + facts->roles.count + facts->country_count;
    looks->all.items = ARENA_ARRAY(arena, RoleLook, most);
    take_style(looks, style, facts);
    Maker maker = {.arena = arena, .style = style, .facts = facts, .looks = looks};
    maker.shading = looks_shading(facts);
    maker.taken = ARENA_ARRAY(arena, Class, most + 1);
    maker.overlays = ARENA_ARRAY(arena, Class, most + 1);
    maker.taken[maker.taken_count++] = class_of(style, "land", &style->land);
    take_used(&maker);
    for (size_t i = 0; i < facts->roles.count; i++)
        if (lacks_look(&maker, role_at(ROLE_COUNT + (int)i))) make_look(&maker, role_at(ROLE_COUNT + (int)i));
    for (size_t i = 0; i < facts->country_count; i++)
        make_both(&maker, looks_shaded(maker.shading, facts->countries[i].roles));
    return looks;
}

/* ------------------------------------------------------------------------------------------ kinds of text */

_Static_assert(sizeof((const Style *)0)->text == STYLE_TYPES * sizeof(TypeStyle),
               "one for each kind of text");

const TypeStyle *style_type(const Style *style, size_t index) {
    return (const TypeStyle *)&style->text + index;
}
