/*
 * What stands in the bytes of an article: its text as UTF-8, its headline, and the parts worth reading; with
 * the way back from each place in the text to the bytes it came from. Knows encodings and mark-up, and
 * nothing of what the text says.
 */
#ifndef READ_ARTICLE_H
#define READ_ARTICLE_H

#include "../base/error.h"
#include "../base/memory.h"

#include <stdint.h>

/* From text byte at on, text and source run in step until the next shift. */
typedef struct Shift {
    size_t at, source;
} Shift;

typedef struct Part {
    size_t start, end; /* bytes of the text */
    bool headline;
} Part;

typedef struct Article {
    Arena *arena; /* the caller's; owns text where it is not the source itself */
    const char *name;
    const char *source; /* borrowed */
    size_t source_size;
    const char *text; /* UTF-8 */
    size_t size;
    const char *title;   /* in the arena; never NULL */
    ARRAY(Shift) shifts; /* empty: text and source are the same */
    ARRAY(Part) parts;
    bool is_html, is_table;
} Article;

/* Decodes the bytes and takes them apart. False with an error for what is no text, or empty. */
bool article_open(Article *article, const char *bytes, size_t size, const char *name, Arena *arena,
                  dateline_error *error);
void article_close(Article *article);
/* The byte of the source that a byte of the text came from. */
size_t article_source(const Article *article, size_t at);

/* decode.c: UTF-8 out of whatever encoding; the shifts tell where the lengths differ. */
bool article_decode(Article *article, dateline_error *error);
/* html.c: replaces text by headline and body of the page. */
void article_strip_html(Article *article);
bool article_looks_like_html(const Article *article);

/* entities.c: the code point of an entity at text[at] (an '&'), and its size; 0 where there is none. */
uint32_t entity_decode(const char *text, size_t size, size_t at, size_t *length);

/* Text being made out of a text with shifts: text_source is the place in the old text that the next bytes
 * come from. */
typedef struct Remake {
    char *text;
    size_t size, capacity;
    ARRAY(Shift) shifts;
} Remake;
void remake_add(Remake *remake, const char *bytes, size_t size, size_t source);

#endif
