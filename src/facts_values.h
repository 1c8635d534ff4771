/*
 * Single values out of the JSON of facts: each is checked, or refused with its line, its column and what
 * would be right. Knows no key of the facts; those are facts_load.c's.
 */
#ifndef FACTS_VALUES_H
#define FACTS_VALUES_H

#include "base/json.h"
#include "facts.h"

typedef struct Loader {
    Json json;
    Facts *facts; /* strings go into its arena */
    dateline_error *error;
} Loader;

/* Lists are held to a length, so that a small file of nothing but zeros cannot ask for much memory. */
enum { PATH_SIZE = 128, LONGEST_LIST = 1000000 };

/* Prints parent.key and parent[index] into path, cut where it is too long, and returns it: paths only name
 * places in messages. */
const char *facts_child(char path[PATH_SIZE], const char *parent, const char *key);
const char *facts_item(char path[PATH_SIZE], const char *parent, size_t index);

/* Fails because the value at path is of another kind than wanted; always false. */
bool facts_wrong_kind(Loader *loader, const char *path, const json_t *value, const char *wanted);

/* Refuses what is no object, and keys that are not in the list, so that a slip of the pen is not silently
 * ignored. */
bool facts_check_keys(Loader *loader, const json_t *object, const char *path, const char *const *keys,
                      size_t count);
#define CHECK_KEYS(loader, object, path, ...)                                                                \
    facts_check_keys((loader), (object), (path), (const char *const[]){__VA_ARGS__},                         \
                     sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* The value of a key of object, which stands at parent. Where the key is missing all leave *to as it is; a
 * string may be null too. */
bool facts_string(Loader *loader, const json_t *object, const char *parent, const char *key, const char **to);
bool facts_number(Loader *loader, const json_t *object, const char *parent, const char *key, double least,
                  double *to);
bool facts_whole(Loader *loader, const json_t *object, const char *parent, const char *key, double most,
                 double *to);
bool facts_size(Loader *loader, const json_t *object, const char *parent, const char *key, size_t *to);
/* The list under key and its path, or NULL where it is missing or null; false where it is something else. */
bool facts_list(Loader *loader, const json_t *object, const char *parent, const char *key,
                const json_t **list, char path[PATH_SIZE]);

/* The code of a country (value may be NULL: it is missing), and the role that value names: one that is known,
 * or a new one. A word close to a built-in name is a slip of the pen, unless "roles" has declared it. */
bool facts_code(Loader *loader, const json_t *value, const char *path, const char **to);
bool facts_role(Loader *loader, const json_t *value, const char *path, Role *role);
/* A role that is declared: of any right name, of which there may be MOST_OWN_ROLES. */
bool facts_new_role(Loader *loader, const char *name, const char *path, bool key, Role *role);

#endif
