/*
 * A file of words/ as a tree, read in one pass: these files are read at every start, and a general JSON
 * library takes longer over them than everything else. Mistakes are told by base/json, which finds their
 * place; so this file knows only correct JSON.
 */
#ifndef READ_WORDS_FILE_H
#define READ_WORDS_FILE_H

#include "../base/error.h"
#include "../base/memory.h"

typedef enum NodeKind {
    NODE_NULL,
    NODE_TRUE,
    NODE_FALSE,
    NODE_NUMBER,
    NODE_STRING,
    NODE_LIST,
    NODE_OBJECT
} NodeKind;

/* A value; key where it stands in an object, text where it is a string, items from first by next. */
typedef struct Node {
    NodeKind kind;
    const char *key, *text;
    double number;
    const struct Node *first, *next;
} Node;

typedef struct WordsFile {
    const char *path; /* borrowed */
    char *text;
    Arena *arena;
    const Node *root; /* an object */
} WordsFile;

bool words_file_open(WordsFile *file, const char *path, dateline_error *error);
void words_file_close(WordsFile *file);
/* Fails at a place of the file such as rules[3].words; always returns false. */
bool words_file_fail(const WordsFile *file, const char *place, bool key, dateline_error *error,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The object's value of a name, or NULL; NULL where object is none. */
const Node *node_find(const Node *object, const char *key);
/* The items of a list or the members of an object, by next; NULL where there are none. */
const Node *node_first(const Node *node);
/* The string, or NULL. */
const char *node_text(const Node *node);
bool node_true(const Node *node);
double node_number(const Node *node, double otherwise);

#endif
