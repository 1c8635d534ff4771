/* See style.h: which look a country's roles have, and the kinds of text. */
#include "style.h"

static const RoleLook *best_look(const Style *style, unsigned roles, bool overlay) {
    const RoleLook *best = NULL;
    int most = 0;
    for (size_t i = 0; i < style->roles.count; i++) {
        const RoleLook *look = &style->roles.items[i];
        int size = __builtin_popcount(look->roles);
        if (look->overlay == overlay && (look->roles & roles) == look->roles && size > most)
            best = look, most = size;
    }
    return best;
}

const RoleLook *style_look(const Style *style, unsigned roles) {
    return best_look(style, roles, false);
}

const RoleLook *style_overlay(const Style *style, unsigned roles) {
    return best_look(style, roles, true);
}

_Static_assert(sizeof((const Style *)0)->text == STYLE_TYPES * sizeof(TypeStyle),
               "one for each kind of text");

const TypeStyle *style_type(const Style *style, size_t index) {
    return (const TypeStyle *)&style->text + index;
}
