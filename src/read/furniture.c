/* See furniture.h. */
#include "furniture.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_LONGEST = 260, TRAILING_MOST = 40, WORDS_MOST = 64 };

typedef struct Line {
    size_t start, end;
} Line;

/* Whether one of the language's phrases stands in the line; first tells whether the line begins with it. */
static bool has_phrase(const Article *article, const Language *language, Line line, bool *first) {
    Token tokens[WORDS_MOST];
    size_t count = 0;
    Scanner scanner;
    scanner_start(&scanner, article->text, line.end);
    scanner.at = line.start;
    for (Token token = scanner_next(&scanner); token.kind != TOKEN_END && count < WORDS_MOST;
         token = scanner_next(&scanner)) {
        if (token.kind != TOKEN_WORD) continue;
        token.word = lexicon_find(language->lexicon, scanner.folded, scanner.folded_size);
        tokens[count++] = token;
    }
    *first = false;
    for (size_t i = 0; i < count; i++) {
        if (!tokens[i].word || !(lexicon_word(language->lexicon, tokens[i].word)->starts & STARTS_FURNITURE))
            continue;
        if (!phrases_match(language->furniture, language->lexicon, tokens + i, count - i).count) continue;
        *first = i == 0;
        return true;
    }
    return count == 0;
}

/* The same where only a phrase at the line's beginning counts: one word tells of most lines that there is
 * none.
 */
static bool begins_with_phrase(const Article *article, const Language *language, Line line) {
    bool first;
    Scanner scanner;
    scanner_start(&scanner, article->text, line.end);
    scanner.at = line.start;
    Token token = scanner_next(&scanner);
    while (token.kind != TOKEN_WORD && token.kind != TOKEN_END) token = scanner_next(&scanner);
    if (token.kind == TOKEN_END) return false;
    uint32_t word = lexicon_find(language->lexicon, scanner.folded, scanner.folded_size);
    if (!word || !(language->words[word].starts & STARTS_FURNITURE)) return false;
    return has_phrase(article, language, line, &first) && first;
}

static bool has_menu(const Article *article, Line line) {
    const char *text = article->text + line.start;
    size_t size = line.end - line.start;
    return memmem(text, size, " | ", 3) || memmem(text, size, " \xC2\xB7 ", 4) ||
           memmem(text, size, "\xC2\xA9", 2);
}

/* Whole sentences are furniture only if they begin with it: "Sign up ...", but not "Nobody comments." */
static bool ends_sentence(const Article *article, Line line) {
    size_t end = line.end;
    while (end > line.start && strchr("\"')]", article->text[end - 1])) end--;
    return end > line.start && strchr(".!?", article->text[end - 1]);
}

static bool is_trailing(const Article *article, const Language *language, Line line) {
    bool first;
    if (line.end - line.start > LINE_LONGEST) return false;
    return (has_phrase(article, language, line, &first) && (first || !ends_sentence(article, line))) ||
           has_menu(article, line);
}

static size_t line_start(const Article *article, size_t from, size_t end) {
    while (end > from && article->text[end - 1] != '\n') end--;
    return end;
}

/* A title in a list of others, which goes if furniture stands above it. */
static bool is_short(const Article *article, Line line) {
    char last = article->text[line.end - 1];
    return line.end - line.start < 110 && last != '.' && last != '"' && (unsigned char)last < 0x80;
}

/* Cuts lines off the end of one part; false once a line of the article itself was met. */
static bool cut_part(const Article *article, const Language *language, Part *part, int *left) {
    size_t at = part->end;
    while (at > part->start && (*left)-- > 0) {
        size_t end = at;
        while (end > part->start && (unsigned char)article->text[end - 1] <= ' ') end--;
        Line line = {line_start(article, part->start, end), end};
        bool blank = line.end == line.start, trailing = !blank && is_trailing(article, language, line);
        if (!blank && !trailing && !is_short(article, line)) return false;
        at = line.start;
        if (trailing) part->end = at;
    }
    return *left > 0;
}

static void drop_trailing(Article *article, const Language *language) {
    int left = TRAILING_MOST;
    for (size_t i = article->parts.count; i-- > 0 && !article->parts.items[i].headline;)
        if (!cut_part(article, language, &article->parts.items[i], &left)) return;
}

/* "Related: ..." in the middle: a short line that begins with such a phrase. */
static bool is_inserted(const Article *article, const Language *language, Line line) {
    size_t end = line.end;
    if (line.end == line.start || line.end - line.start > 160) return false;
    while (end > line.start && article->text[end - 1] == ' ') end--;
    return end > line.start && article->text[end - 1] != '.' && begins_with_phrase(article, language, line);
}

static void add_part(Article *article, size_t start, size_t end) {
    if (end > start) array_push(&article->parts, (Part){start, end, false});
}

static void drop_inserted(Article *article, const Language *language, Part part) {
    size_t kept = part.start;
    for (size_t at = part.start; at < part.end;) {
        const char *newline = memchr(article->text + at, '\n', part.end - at);
        size_t end = newline ? (size_t)(newline - article->text) : part.end;
        if (is_inserted(article, language, (Line){at, end})) {
            add_part(article, kept, at);
            kept = end;
        }
        at = end + 1;
    }
    add_part(article, kept, part.end);
}

void furniture_drop(Article *article, const Language *language) {
    drop_trailing(article, language);
    size_t count = article->parts.count;
    for (size_t i = 0; i < count; i++) {
        Part part = article->parts.items[i];
        if (part.headline)
            array_push(&article->parts, part);
        else
            drop_inserted(article, language, part);
    }
    if (count == 0) return; /* no parts, no memory to move in */
    memmove(article->parts.items, article->parts.items + count,
            (article->parts.count - count) * sizeof(Part));
    article->parts.count -= count;
}
