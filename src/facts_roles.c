/*
 * See facts.h. The names of roles: six that every part of the program understands, and those that facts or a
 * style bring along, each of which gets a bit of its own in the order of its first appearance.
 */
#include "facts.h"

#include "base/text.h"

#include <string.h>

static const char *const names[ROLE_COUNT] = {"participant", "striker",  "target",
                                              "host",        "declined", "mentioned"};

Role role_at(int index) {
    return (Role)(1u << index);
}

static int index_of(Role role) {
    for (int i = 0; i < ROLE_COUNT + MOST_OWN_ROLES; i++)
        if (role_at(i) == role) return i;
    return -1;
}

const char *role_name(Role role) {
    return roles_name(NULL, role);
}

Role role_find(const char *name) {
    return roles_find(NULL, name);
}

static const OwnRole *own_of(const OwnRoles *own, Role role) {
    int index = index_of(role) - ROLE_COUNT;
    return own && index >= 0 && (size_t)index < own->count ? &own->items[index] : NULL;
}

const char *roles_name(const OwnRoles *own, Role role) {
    int index = index_of(role);
    const OwnRole *one = own_of(own, role);
    return index >= 0 && index < ROLE_COUNT ? names[index] : one ? one->name : "unknown";
}

const char *roles_label(Arena *arena, const OwnRoles *own, Role role) {
    const OwnRole *one = own_of(own, role);
    if (one && one->label) return one->label;
    char *text = arena_text(arena, roles_name(own, role));
    for (char *at = text; *at; at++)
        if (*at == '-' || *at == '_') *at = ' ';
    return text;
}

int roles_count(const OwnRoles *own) {
    return ROLE_COUNT + (int)own->count;
}

Role roles_find(const OwnRoles *own, const char *name) {
    for (int i = 0; i < ROLE_COUNT; i++)
        if (!strcmp(names[i], name)) return role_at(i);
    for (size_t i = 0; own && i < own->count; i++)
        if (!strcmp(own->items[i].name, name)) return role_at(ROLE_COUNT + (int)i);
    return 0;
}

Role roles_add(OwnRoles *own, Arena *arena, const char *name) {
    Role role = roles_find(own, name);
    if (role || own->count == MOST_OWN_ROLES) return role;
    own->items[own->count] = (OwnRole){.name = arena_text(arena, name)};
    return role_at(ROLE_COUNT + (int)own->count++);
}

/* Letters of any script, digits, '-' and '_': what stands in a list of classes without a quote. */
bool role_name_is_right(const char *name) {
    size_t size = strlen(name);
    if (size == 0 || size > LONGEST_ROLE_NAME) return false;
    for (const char *at = name; *at; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (unsigned char)*at >= 0x80;
        if (!letter && !(*at >= '0' && *at <= '9') && *at != '-' && *at != '_') return false;
    }
    return true;
}

const char *role_slip(const char *name) {
    int allowed = strlen(name) > 5 ? 2 : 1;
    for (int i = 0; i < ROLE_COUNT; i++)
        if (edit_distance(name, names[i]) <= allowed) return names[i];
    return NULL;
}
