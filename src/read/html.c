/*
 * See article.h. A tolerant reader of pages in one pass: tags open and close blocks, some of them are left
 * out with all they contain, and what is mostly links is navigation. An own one, because offsets into the
 * page must survive, which the parser libraries lose.
 */
#include "article.h"

#include "../base/text.h"
#include "html_tags.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 400, CLOSE_REACH = 40, TAG_LONGEST = 15 };

typedef struct Open {
    char tag[TAG_LONGEST + 1];
    bool skips, article, link, heading;
} Open;

typedef struct Block {
    size_t start, end, letters, linked;
    bool article, heading;
} Block;

typedef struct Page {
    const Article *article;
    Remake remake;
    Open stack[DEPTH_MOST];
    size_t depth;
    int skips, articles, links, headings;
    Block block;
    ARRAY(Block) blocks;
    size_t title_start, title_end; /* of <title>, in the old text */
    bool spaced;
} Page;

static void end_block(Page *page) {
    page->block.end = page->remake.size;
    if (page->block.letters) array_push(&page->blocks, page->block);
    page->block =
        (Block){.start = page->remake.size, .article = page->articles > 0, .heading = page->headings > 0};
    page->spaced = true;
}

static void add_sign(Page *page, const char *signs, size_t at) {
    size_t source = article_source(page->article, at);
    if (page->skips || !page->remake.size) return;
    for (size_t i = 0; signs[i]; i++) remake_add(&page->remake, signs + i, 1, source);
}

static void separate(Page *page, size_t at, const char *signs) {
    end_block(page);
    if (page->skips) return;
    add_sign(page, signs, at);
    page->block.start = page->remake.size;
}

static void count_open(Page *page, const Open *open, int by) {
    page->skips += open->skips ? by : 0;
    page->articles += open->article ? by : 0;
    page->links += open->link ? by : 0;
    page->headings += open->heading ? by : 0;
}

static void push(Page *page, const char *tag, Family family, bool furniture) {
    if (page->depth == DEPTH_MOST) return;
    Open *open = &page->stack[page->depth++];
    *open = (Open){.skips = furniture || family == FAMILY_SKIPPED || family == FAMILY_RAW,
                   .article = family == FAMILY_ARTICLE,
                   .link = family == FAMILY_LINK,
                   .heading = family == FAMILY_HEADING};
    memcpy(open->tag, tag, strlen(tag) + 1);
    count_open(page, open, 1);
}

static void pop(Page *page, const char *tag) {
    for (size_t i = page->depth; i-- > 0 && page->depth - i <= CLOSE_REACH;) {
        if (strcmp(page->stack[i].tag, tag)) continue;
        while (page->depth > i) count_open(page, &page->stack[--page->depth], -1);
        return;
    }
}

/* Paragraphs and items that nobody closed end where the next begins. */
static void close_implied(Page *page, const char *tag, Family family) {
    if (!page->depth) return;
    const char *top = page->stack[page->depth - 1].tag;
    bool same = !strcmp(top, tag) && (family == FAMILY_ITEM || family == FAMILY_CELL || !strcmp(tag, "tr") ||
                                      !strcmp(tag, "option"));
    if (same ||
        (!strcmp(top, "p") && family != FAMILY_INLINE && family != FAMILY_LINK && family != FAMILY_VOID))
        pop(page, top);
}

static bool is_separating(Family family) {
    return family == FAMILY_BLOCK || family == FAMILY_HEADING || family == FAMILY_ARTICLE ||
           family == FAMILY_SKIPPED;
}

static void open_tag(Page *page, const char *tag, size_t at, size_t end) {
    const char *text = page->article->text;
    Family family = family_of(tag);
    bool alone = end > at + 1 && text[end - 1] == '/';
    close_implied(page, tag, family);
    if (family == FAMILY_BREAK)
        separate(page, at, "\n");
    else if (family == FAMILY_ITEM)
        separate(page, at, "\n- ");
    else if (family == FAMILY_CELL)
        add_sign(page, ", ", at), page->spaced = true;
    else if (is_separating(family))
        separate(page, at, "\n\n");
    if (family == FAMILY_VOID || family == FAMILY_BREAK || alone) return;
    bool keeps =
        family == FAMILY_ARTICLE || !strcmp(tag, "body") || !strcmp(tag, "html") || family == FAMILY_HEADING;
    push(page, tag, family,
         !keeps && family != FAMILY_INLINE && family != FAMILY_LINK && names_furniture(text + at, end - at));
    page->block.article = page->articles > 0;
    page->block.heading = page->headings > 0;
}

static void close_tag(Page *page, const char *tag, size_t at) {
    Family family = family_of(tag);
    bool separating = is_separating(family) || family == FAMILY_ITEM;
    if (separating) separate(page, at, family == FAMILY_ITEM ? "" : "\n\n");
    pop(page, tag);
    if (separating) page->block.article = page->articles > 0, page->block.heading = page->headings > 0;
}

/* The end of a tag, over quoted attributes of sane length. */
static size_t tag_end(const Article *article, size_t at) {
    char quote = 0;
    for (size_t i = at, limit = at + 20000; i < article->size && i < limit; i++) {
        char letter = article->text[i];
        if (quote)
            quote = letter == quote ? 0 : quote;
        else if (letter == '>')
            return i;
        else if ((letter == '"' || letter == '\'') && article->text[i - 1] == '=')
            quote = letter;
    }
    const char *close = memchr(article->text + at, '>', article->size - at);
    return close ? (size_t)(close - article->text) : article->size;
}

/* Scripts, styles and the title: nothing inside is mark-up. */
static size_t skip_raw(Page *page, const char *tag, size_t at) {
    const Article *article = page->article;
    size_t length = strlen(tag);
    for (size_t i = at; i + length + 2 <= article->size; i++) {
        const char *next = memchr(article->text + i, '<', article->size - i - length - 1);
        if (!next) break;
        i = (size_t)(next - article->text);
        if (next[1] != '/' || strncasecmp(next + 2, tag, length)) continue;
        if (!strcmp(tag, "title") && !page->title_end) page->title_start = at, page->title_end = i;
        return i;
    }
    return article->size;
}

static size_t read_tag(Page *page, size_t at) {
    const Article *article = page->article;
    const char *text = article->text;
    if (article->size - at > 3 && !memcmp(text + at, "<!--", 4)) {
        const char *close = memmem(text + at + 4, article->size - at - 4, "-->", 3);
        return close ? (size_t)(close - text) + 3 : article->size;
    }
    bool closing = at + 1 < article->size && text[at + 1] == '/';
    size_t from = at + 1 + closing, to = from;
    char tag[TAG_LONGEST + 1] = "";
    while (to < article->size && to - from < TAG_LONGEST &&
           ((text[to] | 0x20) >= 'a' || (text[to] >= '0' && text[to] <= '9')) && (text[to] | 0x20) <= 'z') {
        tag[to - from] = (char)(text[to] | 0x20);
        if (text[to] >= '0' && text[to] <= '9') tag[to - from] = text[to];
        to++;
    }
    size_t end = tag_end(article, to);
    if (closing)
        close_tag(page, tag, at);
    else if (tag[0])
        open_tag(page, tag, to, end);
    if (end >= article->size) return article->size;
    bool raw = !closing && tag[0] && (family_of(tag) == FAMILY_RAW || !strcmp(tag, "title"));
    return raw ? skip_raw(page, tag, end + 1) : end + 1;
}

static void add_letter(Page *page, const char *bytes, size_t size, size_t at) {
    bool space = size == 1 && (unsigned char)bytes[0] <= ' ';
    if (page->skips || (space && page->spaced)) return;
    remake_add(&page->remake, space ? " " : bytes, size, article_source(page->article, at));
    page->spaced = space;
    page->block.letters += !space;
    page->block.linked += !space && page->links > 0;
}

static size_t read_letter(Page *page, size_t at) {
    const Article *article = page->article;
    size_t length = 1;
    uint32_t code = article->text[at] == '&' ? entity_decode(article->text, article->size, at, &length) : 0;
    if (code) {
        char bytes[4];
        add_letter(page, bytes, (size_t)utf8_put(bytes, code), at);
        return at + length;
    }
    size_t end = at;
    utf8_next(article->text, article->size, &end);
    add_letter(page, article->text + at, end - at, at);
    return end;
}

/* The plain ASCII letters from here on, all at once; nothing else stands between them in the source. */
static size_t read_run(Page *page, size_t at) {
    const Article *article = page->article;
    const char *text = article->text + at;
    size_t left = article->size - at, count = 0;
    while (count < left && (unsigned char)text[count] > ' ' && (unsigned char)text[count] < 0x80 &&
           text[count] != '<' && text[count] != '&')
        count++;
    if (!count || page->skips) return at + count;
    remake_add(&page->remake, text, count, at);
    page->spaced = false;
    page->block.letters += count;
    page->block.linked += page->links > 0 ? count : 0;
    return at + count;
}

static bool is_navigation(const Block *block) {
    return block->linked * 10 > block->letters * 6;
}

/* The article element if there is one worth the name; or else the whole page. */
static bool has_article(const Page *page) {
    size_t inside = 0, all = 0;
    for (size_t i = 0; i < page->blocks.count; i++) {
        const Block *block = &page->blocks.items[i];
        if (is_navigation(block)) continue;
        all += block->letters;
        inside += block->article ? block->letters : 0;
    }
    return inside > 150 || inside * 2 > all;
}

static const char *title_of(Article *article, const Page *page) {
    Text title = {0};
    for (size_t at = page->title_start; at < page->title_end;) {
        size_t length = 1;
        uint32_t code =
            article->text[at] == '&' ? entity_decode(article->text, page->title_end, at, &length) : 0;
        char bytes[4];
        if (code)
            text_add_part(&title, bytes, (size_t)utf8_put(bytes, code));
        else if ((unsigned char)article->text[at] > ' ' || (title.size && title.bytes[title.size - 1] != ' '))
            text_add_char(&title, (unsigned char)article->text[at] > ' ' ? article->text[at] : ' ');
        at += length;
    }
    const char *bar = title.size ? strstr(title.bytes, " | ") : NULL;
    const char *kept = arena_text_part(article->arena, title.size ? title.bytes : "",
                                       bar ? (size_t)(bar - title.bytes) : title.size);
    text_free(&title);
    return kept;
}

static void trim_block(const Page *page, Block *block) {
    while (block->end > block->start && (unsigned char)page->remake.text[block->end - 1] <= ' ') block->end--;
    while (block->start < block->end && (unsigned char)page->remake.text[block->start] <= ' ') block->start++;
}

/* Blocks become parts; neighbours are one part again, so that a list of items stays a list. */
static void take_blocks(Article *article, Page *page) {
    bool inside = has_article(page), headline = false;
    Part *last = NULL;
    for (size_t i = 0; i < page->blocks.count; i++) {
        Block block = page->blocks.items[i];
        bool first_heading = block.heading && !headline;
        if ((is_navigation(&block) && !first_heading) || (inside && !block.article && !first_heading)) {
            last = NULL;
            continue;
        }
        if (first_heading) trim_block(page, &block);
        if (last && !first_heading) {
            last->end = block.end;
            continue;
        }
        array_push(&article->parts, (Part){block.start, block.end, first_heading});
        last = first_heading ? NULL : &article->parts.items[article->parts.count - 1];
        if (first_heading)
            headline = true, article->title = arena_text_part(article->arena, page->remake.text + block.start,
                                                              block.end - block.start);
    }
}

bool article_looks_like_html(const Article *article) {
    size_t at = 0, size = article->size < 2048 ? article->size : 2048;
    while (at < size && ((unsigned char)article->text[at] <= ' ' || (unsigned char)article->text[at] >= 0x80))
        at++;
    if (at == size || article->text[at] != '<') return false;
    return has_text(article->text, size, "<html") || has_text(article->text, size, "<!doctype html") ||
           has_text(article->text, size, "<body") || has_text(article->text, size, "<p") ||
           has_text(article->text, size, "<div") || has_text(article->text, size, "<article") ||
           has_text(article->text, size, "<h1") || has_text(article->text, size, "<!--");
}

void article_strip_html(Article *article) {
    Page *page = memory_new(sizeof *page);
    memset(page, 0, sizeof *page);
    page->article = article;
    page->spaced = true;
    bool plain = article->shifts.count == 0; /* text and source run in step */
    for (size_t at = 0; at < article->size;) {
        if (plain) at = read_run(page, at);
        if (at < article->size) at = article->text[at] == '<' ? read_tag(page, at) : read_letter(page, at);
    }
    end_block(page);
    take_blocks(article, page);
    if (!article->title[0]) article->title = title_of(article, page);
    article->text =
        arena_text_part(article->arena, page->remake.size ? page->remake.text : "", page->remake.size);
    article->size = page->remake.size;
    array_free(&article->shifts);
    article->shifts.items = page->remake.shifts.items;
    article->shifts.count = page->remake.shifts.count;
    article->shifts.capacity = page->remake.shifts.capacity;
    array_free(&page->blocks);
    free(page->remake.text);
    free(page);
}
