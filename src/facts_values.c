/* See facts_values.h. */
#include "facts_values.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

const char *facts_child(char path[PATH_SIZE], const char *parent, const char *key) {
    return buffer_print(path, PATH_SIZE, "%s%s%s", parent, *parent ? "." : "", key);
}

const char *facts_item(char path[PATH_SIZE], const char *parent, size_t index) {
    return buffer_print(path, PATH_SIZE, "%s[%zu]", parent, index);
}

static const char *kind_of(const json_t *value) {
    static const char *const names[] = {"an object", "a list", "a string", "a number",
                                        "a number",  "true",   "false",    "null"};
    return names[json_typeof(value)];
}

bool facts_wrong_kind(Loader *loader, const char *path, const json_t *value, const char *wanted) {
    return json_fail(&loader->json, path, false, loader->error, "is %s; %s would be right", kind_of(value),
                     wanted);
}

bool facts_check_keys(Loader *loader, const json_t *object, const char *path, const char *const *keys,
                      size_t count) {
    if (!json_is_object(object)) return facts_wrong_kind(loader, path, object, "an object");
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)object, key, value) {
        size_t i = 0;
        while (i < count && strcmp(keys[i], key)) i++;
        if (i < count) continue;
        char at[PATH_SIZE];
        const char *nearest = nearest_name(key, keys, count);
        return json_fail(&loader->json, facts_child(at, path, key), true, loader->error, "unknown key%s%s%s",
                         nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    }
    return true;
}

bool facts_string(Loader *loader, const json_t *object, const char *parent, const char *key,
                  const char **to) {
    const json_t *value = json_object_get(object, key);
    char path[PATH_SIZE];
    if (!value || json_is_null(value)) return true;
    if (!json_is_string(value))
        return facts_wrong_kind(loader, facts_child(path, parent, key), value, "a string");
    *to = arena_text(loader->facts->arena, json_string_value(value));
    return true;
}

bool facts_number(Loader *loader, const json_t *object, const char *parent, const char *key, double least,
                  double *to) {
    const json_t *value = json_object_get(object, key);
    char path[PATH_SIZE];
    if (!value) return true;
    if (!json_is_number(value))
        return facts_wrong_kind(loader, facts_child(path, parent, key), value, "a number");
    double number = json_number_value(value);
    if (number < least || fabs(number) > 1e15)
        return json_fail(&loader->json, facts_child(path, parent, key), false, loader->error,
                         "is out of range; a number from %.0f to 1e15 would be right", least);
    *to = number;
    return true;
}

bool facts_whole(Loader *loader, const json_t *object, const char *parent, const char *key, double most,
                 double *to) {
    char path[PATH_SIZE];
    double number = 0;
    if (!facts_number(loader, object, parent, key, 0, &number)) return false;
    if (number > most || number != floor(number))
        return json_fail(&loader->json, facts_child(path, parent, key), false, loader->error,
                         "is no count; a whole number from 0 to %.0f would be right", most);
    *to = number;
    return true;
}

bool facts_size(Loader *loader, const json_t *object, const char *parent, const char *key, size_t *to) {
    double number = 0;
    if (!facts_whole(loader, object, parent, key, 1e15, &number)) return false;
    *to = (size_t)number;
    return true;
}

/* The code in capitals if that makes it a known one. */
static bool in_capitals(const char *code, char capitals[4]) {
    if (strlen(code) != 3) return false;
    for (int i = 0; i < 4; i++)
        capitals[i] = code[i] >= 'a' && code[i] <= 'z' ? (char)(code[i] - 'a' + 'A') : code[i];
    return country_code_is_known(capitals);
}

bool facts_code(Loader *loader, const json_t *value, const char *path, const char **to) {
    const char *code = json_string_value(value);
    char capitals[4];
    if (!value)
        return json_fail(&loader->json, path, false, loader->error,
                         "no country; an ISO 3166-1 alpha-3 code such as \"FRA\" would be right");
    if (!code) return facts_wrong_kind(loader, path, value, "an ISO 3166-1 alpha-3 code such as \"FRA\"");
    if (country_code_is_known(code)) return *to = arena_text(loader->facts->arena, code), true;
    if (in_capitals(code, capitals))
        return json_fail(&loader->json, path, false, loader->error,
                         "unknown code \"%s\"; did you mean \"%s\"?", code, capitals);
    return json_fail(&loader->json, path, false, loader->error,
                     "unknown code \"%.20s\"; ISO 3166-1 alpha-3 such as \"FRA\" would be right", code);
}

bool facts_new_role(Loader *loader, const char *name, const char *path, bool key, Role *role) {
    if (!role_name_is_right(name))
        return json_fail(&loader->json, path, key, loader->error,
                         "\"%.40s\" is no name of a role; at most %d letters, digits, '-' and '_' would be "
                         "right",
                         name, LONGEST_ROLE_NAME);
    *role = roles_add(&loader->facts->roles, loader->facts->arena, name);
    return *role || json_fail(&loader->json, path, key, loader->error,
                              "\"%.40s\" is one role too many; at most %d beside the six would be right",
                              name, MOST_OWN_ROLES);
}

bool facts_role(Loader *loader, const json_t *value, const char *path, Role *role) {
    if (!json_is_string(value)) return facts_wrong_kind(loader, path, value, "the name of a role");
    const char *name = json_string_value(value);
    *role = roles_find(&loader->facts->roles, name);
    if (*role) return true;
    const char *slip = role_slip(name);
    return slip ? json_fail(&loader->json, path, false, loader->error,
                            "unknown role \"%.40s\"; did you mean \"%s\"?", name, slip)
                : facts_new_role(loader, name, path, false, role);
}

bool facts_list(Loader *loader, const json_t *object, const char *parent, const char *key,
                const json_t **list, char path[PATH_SIZE]) {
    *list = json_object_get(object, key);
    facts_child(path, parent, key);
    if (!*list || json_is_null(*list)) return *list = NULL, true;
    if (!json_is_array(*list)) return facts_wrong_kind(loader, path, *list, "a list");
    size_t size = json_array_size(*list);
    return size <= LONGEST_LIST || json_fail(&loader->json, path, false, loader->error,
                                             "has %zu items; at most %d would be right", size, LONGEST_LIST);
}
