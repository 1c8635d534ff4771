/*
 * Which look a country's roles have: the style's, in the bits of the facts, and one for every role that the
 * style does not know, so that no story goes without colours. Knows no page and no map.
 */
#ifndef STYLE_LOOKS_H
#define STYLE_LOOKS_H

#include "style.h"

typedef struct Looks {
    RoleLooks all; /* in the arena */
    size_t given;  /* so many are the style's; those after them were made of role_colours */
    bool alike;    /* whether some of those cannot be told apart any more */
} Looks;

/* The looks for these facts; lives in the arena. */
const Looks *looks_of_facts(Arena *arena, const Style *style, const Facts *facts);

/* The roles that decide the shading, and those of a country that do. Where a story has parts to tell apart,
 * being mentioned is none of them; where it has none, having declined something is no more than a mention. */
unsigned looks_shading(const Facts *facts);
unsigned looks_shaded(unsigned shading, unsigned roles);

/* The non-overlay entry that names most of the roles, and the first on a tie; NULL for none. */
const RoleLook *looks_find(const RoleLooks *looks, unsigned roles);
/* The overlay for the roles, or NULL. */
const RoleLook *looks_overlay(const RoleLooks *looks, unsigned roles);

#endif
