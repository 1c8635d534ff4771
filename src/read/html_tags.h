/* What the tags of a page are to a reader of articles, and which attributes name furniture. Knows no text. */
#ifndef READ_HTML_TAGS_H
#define READ_HTML_TAGS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum Family {
    FAMILY_INLINE,
    FAMILY_BLOCK,
    FAMILY_ITEM,
    FAMILY_CELL,
    FAMILY_HEADING, /* the headline */
    FAMILY_LINK,
    FAMILY_VOID,
    FAMILY_BREAK,
    FAMILY_SKIPPED, /* with everything inside */
    FAMILY_RAW,     /* as well, and its inside is no mark-up */
    FAMILY_ARTICLE
} Family;

/* tag in lower case. */
Family family_of(const char *tag);
/* Whether the word stands in the bytes, in whatever case. */
bool has_text(const char *bytes, size_t size, const char *word);
/* Whether a tag's attributes say that it holds what is not the article: class="newsletter". */
bool names_furniture(const char *bytes, size_t size);

#endif
