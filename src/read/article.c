/* See article.h. Plain text and Markdown are taken apart here: a first line that is the headline, then
 * paragraphs. */
#include "article.h"

#include "table.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

size_t article_source(const Article *article, size_t at) {
    size_t low = 0, high = article->shifts.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (article->shifts.items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low) return at < article->source_size ? at : article->source_size;
    const Shift *shift = &article->shifts.items[low - 1];
    size_t source = shift->source + (at - shift->at);
    return source < article->source_size ? source : article->source_size;
}

void remake_add(Remake *remake, const char *bytes, size_t size, size_t source) {
    size_t count = remake->shifts.count;
    const Shift *last = count ? &remake->shifts.items[count - 1] : NULL;
    bool in_step = last && last->source + (remake->size - last->at) == source;
    /* An array with a capacity has items. NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
    if (!in_step) array_push(&remake->shifts, (Shift){remake->size, source});
    if (remake->size + size + 1 > remake->capacity)
        remake->text = array_grow(remake->text, 1, &remake->capacity, remake->size + size + 1);
    memcpy(remake->text + remake->size, bytes, size);
    remake->size += size;
    remake->text[remake->size] = 0;
}

static size_t line_end(const Article *article, size_t at) {
    const char *newline = memchr(article->text + at, '\n', article->size - at);
    return newline ? (size_t)(newline - article->text) : article->size;
}

static bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

/* A line without its margins and Markdown's signs of a heading. */
static void trim(const Article *article, size_t *start, size_t *end) {
    const char *text = article->text;
    while (*end > *start && (is_blank(text[*end - 1]) || text[*end - 1] == '#')) (*end)--;
    if (*end - *start >= 3 && !memcmp(text + *start, "\xEF\xBB\xBF", 3)) *start += 3;
    while (*start < *end && (is_blank(text[*start]) || text[*start] == '#')) (*start)++;
    while (*end - *start > 4 && text[*start] == '*' && text[*end - 1] == '*') (*start)++, (*end)--;
}

/* Whether a sign of emphasis stands at a word, and not between spaces or within the word. */
static bool is_emphasis(const char *text, size_t at, size_t size) {
    char sign = text[at], before = at ? text[at - 1] : ' ', after = at + 1 < size ? text[at + 1] : ' ';
    bool open = is_blank(before) || ispunct((unsigned char)before),
         close = is_blank(after) || ispunct((unsigned char)after);
    return sign == '`' || (sign == '*' && !(open && close && before != '*' && after != '*')) ||
           (sign == '_' && open != close);
}

/* A headline without Markdown's emphasis, and links as their words. */
static const char *plain_title(const Article *article, size_t start, size_t end) {
    const char *text = article->text + start;
    size_t size = end - start, count = 0;
    char *plain = arena_text_part(article->arena, text, size);
    for (size_t at = 0; at < size; at++) {
        const char *link = text[at] == ']' && at + 1 < size && text[at + 1] == '('
                               ? memchr(text + at, ')', size - at)
                               : NULL;
        bool opens = text[at] == '[' && memmem(text + at, size - at, "](", 2);
        if (link)
            at = (size_t)(link - text);
        else if (!opens && !is_emphasis(text, at, size))
            plain[count++] = text[at];
    }
    plain[count] = 0;
    return plain;
}

static size_t skip_front_matter(Article *article) {
    size_t start = 0, end = line_end(article, 0);
    if (article->size < 8 || end != 3 || memcmp(article->text, "---", 3)) return 0;
    for (size_t at = end + 1; at < article->size; at = end + 1) {
        end = line_end(article, at);
        if (end - at >= 3 && !memcmp(article->text + at, "---", 3)) return end;
        if (end - at > 7 && !memcmp(article->text + at, "title:", 6)) {
            size_t from = at + 6, to = end;
            trim(article, &from, &to);
            if (to - from > 1 && article->text[from] == '"' && article->text[to - 1] == '"') from++, to--;
            article->title = arena_text_part(article->arena, article->text + from, to - from);
            array_push(&article->parts, (Part){from, to, true});
        }
    }
    return start;
}

static void split_plain(Article *article) {
    size_t at = skip_front_matter(article);
    while (at < article->size) {
        size_t end = line_end(article, at), from = at, to = end;
        trim(article, &from, &to);
        if (to > from && !article->title[0]) {
            article->title = plain_title(article, from, to);
            array_push(&article->parts, (Part){from, to, true});
            at = end;
            break;
        }
        if (to > from) break;
        at = end + 1;
    }
    if (at < article->size) array_push(&article->parts, (Part){at, article->size, false});
}

bool article_open(Article *article, const char *bytes, size_t size, const char *name, Arena *arena,
                  dateline_error *error) {
    *article = (Article){.arena = arena,
                         .name = name,
                         .source = bytes,
                         .source_size = size,
                         .text = bytes,
                         .size = size,
                         .title = ""};
    if (!article_decode(article, error)) return false;
    size_t at = 0;
    while (at < article->size && (is_blank(article->text[at]) || strchr("\xEF\xBB\xBF", article->text[at])))
        at++;
    if (at == article->size)
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = name},
                         "the article is empty; it should have some text");
    article->is_table = table_recognise(article->text, article->size);
    article->is_html = !article->is_table && article_looks_like_html(article);
    if (article->is_table) return true;
    if (article->is_html)
        article_strip_html(article);
    else
        split_plain(article);
    return true;
}

void article_close(Article *article) {
    array_free(&article->shifts);
    array_free(&article->parts);
}
