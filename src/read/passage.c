/* See passage.h. One pass over the text: sentences in which no list has a word are forgotten at once. */
#include "passage.h"

#include <stdlib.h>
#include <string.h>

/* A sentence longer than this is cut, so that nothing grows with the square of it. */
enum { SENTENCE_LONGEST = 1200, LINE_SHORT = 50, LINE_LONG = 110 };

typedef struct Builder {
    Passage *passage;
    Scanner scanner;
    Sentence sentence;
    size_t line_start;
    uint32_t starts; /* of the words so far; numbers count as number words */
    bool headline, opens, item;
    bool bullet, numbered; /* the next tokens only mark an item of a list */
    TokenKind item_break;  /* before this line */
    bool dotted;           /* the last token is */
    uint32_t stop;         /* the place of a full stop that the next token may confirm, plus 1 */
} Builder;

void passage_start(Passage *passage, const Language *language, const char *text, size_t size) {
    *passage = (Passage){.language = language, .text = text, .size = size};
    array_reserve(&passage->tokens, size / 4 + 16); /* words and signs of news are longer on average */
}

void passage_free(Passage *passage) {
    array_free(&passage->tokens);
    array_free(&passage->sentences);
    array_free(&passage->mentions);
    array_free(&passage->cues);
    array_free(&passage->numbers);
}

/* --------------------------------------------------------------------- where a sentence ends */

static unsigned case_flags(const Passage *passage, const Sentence *sentence) {
    size_t words = 0, capitals = 0, all = 0, content = 0;
    for (size_t i = 0; i < sentence->count; i++) {
        const Token *token = &passage->tokens.items[sentence->first + i];
        if (token->kind != TOKEN_WORD) continue;
        words++;
        bool long_word = token->end - token->start > 3;
        content += long_word;
        capitals += long_word && (token->flags & TOKEN_CAPITAL);
        all += (token->flags & TOKEN_ALL_CAPITALS) != 0;
    }
    if (words >= 3 && all * 10 >= words * 7) return SENTENCE_ALL_CAPITALS;
    return content >= 3 && capitals * 10 >= content * 9 ? SENTENCE_TITLE_CASE : 0;
}

/* CITY, Country, Nov. 4 (Agency) -- : a dash among the first tokens, after a word in capitals. */
static uint32_t dateline_size(const Passage *passage, const Sentence *sentence) {
    enum { REACH = 24 };
    bool capitals = sentence->count && (passage->tokens.items[sentence->first].flags & TOKEN_ALL_CAPITALS);
    bool dated = false;
    for (uint32_t i = 1; i < sentence->count && i < REACH; i++) {
        const Token *token = &passage->tokens.items[sentence->first + i];
        dated |= token->kind == TOKEN_NUMBER || token->kind == TOKEN_OPEN ||
                 passage_is(passage, sentence->first + i, CLASS_DAY);
        if (token->kind == TOKEN_DASH && capitals && (dated || i <= 6)) return i + 1;
    }
    return 0;
}

static void forget(Passage *passage, const Sentence *sentence) {
    passage->tokens.count = sentence->first;
}

/* What the sentence has no word for is not looked for. */
static void find_all(Builder *builder) {
    Passage *passage = builder->passage;
    Sentence *sentence = &builder->sentence;
    sentence->mention_first = (uint32_t)passage->mentions.count;
    sentence->cue_first = (uint32_t)passage->cues.count;
    sentence->number_first = (uint32_t)passage->numbers.count;
    if (builder->starts & STARTS_NAME) find_names(passage, sentence);
    if (builder->starts & STARTS_CUE) find_cues(passage, sentence);
    if ((builder->starts & STARTS_NUMBER) || passage->language->numbers_joined)
        find_numbers(passage, sentence);
}

static void finish_sentence(Builder *builder) {
    Passage *passage = builder->passage;
    Sentence *sentence = &builder->sentence;
    sentence->count = (uint32_t)passage->tokens.count - sentence->first;
    if (sentence->count) {
        sentence->end = passage->tokens.items[passage->tokens.count - 1].end;
        bool worth = (builder->starts & (STARTS_NAME | STARTS_CUE)) || builder->headline;
        if (worth) {
            sentence->flags = case_flags(passage, sentence) | (builder->headline ? SENTENCE_HEADLINE : 0u) |
                              (builder->opens ? SENTENCE_OPENS_PARAGRAPH : 0u) |
                              (builder->starts & STARTS_EVIDENCE ? SENTENCE_EVIDENCE : 0u);
            if (builder->opens) sentence->dateline = dateline_size(passage, sentence);
            if (sentence->dateline) sentence->flags |= SENTENCE_DATELINE;
            find_all(builder);
            array_push(&passage->sentences, *sentence);
        } else {
            forget(passage, sentence);
        }
        builder->opens = false;
    }
    builder->starts = 0;
    builder->stop = 0;
    builder->dotted = false;
    builder->sentence = (Sentence){.first = (uint32_t)passage->tokens.count};
}

static Token *last_token(const Builder *builder) {
    const Passage *passage = builder->passage;
    return passage->tokens.count > builder->sentence.first ? &passage->tokens.items[passage->tokens.count - 1]
                                                           : NULL;
}

static bool is_single_capital(const Token *token) {
    return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) && token->end - token->start == 1;
}

/* A stop after "Mr" or after an initial belongs to the word; "said no. Then" is not "No. 10". */
static bool is_abbreviation(const Builder *builder, const Token *before, const Token *stop) {
    const Passage *passage = builder->passage;
    if (before->kind != TOKEN_WORD) return false;
    if (is_single_capital(before)) return true;
    if (before->word && lexicon_is(passage->language->lexicon, before->word, CLASS_NOT)) {
        size_t at = stop->start + 1;
        while (at < passage->size && passage->text[at] == ' ') at++;
        if (at >= passage->size || passage->text[at] < '0' || passage->text[at] > '9') return false;
    }
    return before->word && lexicon_is(passage->language->lexicon, before->word, CLASS_ABBREVIATION);
}

/* A number's stop is an ordinal before a month, and in German before any noun. */
static bool is_ordinal(const Builder *builder, const Token *before, const Token *next) {
    const Language *language = builder->passage->language;
    if (before->kind != TOKEN_NUMBER || next->kind != TOKEN_WORD) return false;
    if (next->word && lexicon_is(language->lexicon, next->word, CLASS_MONTH)) return true;
    return language->nouns_capitalised && before->end - before->start <= 2;
}

static bool begins_sentence(const Builder *builder, const Token *next) {
    if (!(next->flags & TOKEN_SPACED)) return builder->passage->language->no_case && next->kind == TOKEN_WORD;
    if (next->kind != TOKEN_WORD) return true;
    return (next->flags & TOKEN_CAPITAL) || builder->passage->language->no_case;
}

/* The last word is U.S. or the like: only a word that would not follow it in capitals shows a new sentence.
 */
static bool follows_dotted(const Builder *builder, const Token *next) {
    const Lexicon *lexicon = builder->passage->language->lexicon;
    if (next->kind != TOKEN_WORD || !next->word || !(next->flags & TOKEN_CAPITAL)) return false;
    return lexicon_is(lexicon, next->word, CLASS_ARTICLE) || lexicon_is(lexicon, next->word, CLASS_PRONOUN) ||
           lexicon_is(lexicon, next->word, CLASS_PREPOSITION) ||
           lexicon_is(lexicon, next->word, CLASS_CLAUSE);
}

static bool ends_before(const Builder *builder, const Token *next) {
    const Token *before = last_token(builder);
    if (!before) return false;
    if (builder->stop) return begins_sentence(builder, next) && !is_ordinal(builder, before, next);
    return (before->flags & TOKEN_DOTTED) && (next->flags & TOKEN_SPACED) && follows_dotted(builder, next);
}

static void take_stop(Builder *builder, const Token *token) {
    const Token *before = last_token(builder);
    char sign = builder->passage->text[token->start];
    if (!before || (sign == '.' && is_abbreviation(builder, before, token))) return;
    builder->stop = token->start + 1;
}

static bool is_kept(const Token *token) {
    return token->kind != TOKEN_QUOTE && token->kind != TOKEN_HYPHEN;
}

static inline void look_up(Builder *builder, Token *token) {
    Passage *passage = builder->passage;
    passage->word_count++;
    token->word =
        lexicon_find(passage->language->lexicon, builder->scanner.folded, builder->scanner.folded_size);
    const Word *word = &passage->language->words[token->word]; /* word 0 starts nothing */
    token->starts = word->starts;
    builder->starts |= word->starts;
    builder->sentence.classes |= word->classes;
}

/* The bullet or the number before an item of a list, which is no part of it: "- ", "2. ", "3) " */
static inline bool marks_item(Builder *builder, const Token *token) {
    bool marks = (builder->bullet && (token->kind == TOKEN_DASH || token->kind == TOKEN_BULLET)) ||
                 (builder->numbered && token->kind != TOKEN_WORD);
    builder->bullet = false;
    builder->numbered &= marks;
    return marks;
}

static inline void add_token(Builder *builder, Token token) {
    Passage *passage = builder->passage;
    if ((builder->stop || builder->dotted) && ends_before(builder, &token)) finish_sentence(builder);
    if (token.kind == TOKEN_STOP && !builder->numbered) {
        take_stop(builder, &token);
        return;
    }
    if (!is_kept(&token) || marks_item(builder, &token)) return;
    builder->stop = 0;
    if (passage->tokens.count - builder->sentence.first >= SENTENCE_LONGEST) finish_sentence(builder);
    if (passage->tokens.count == builder->sentence.first) builder->sentence.start = token.start;
    if (token.kind == TOKEN_WORD) look_up(builder, &token);
    if (token.kind == TOKEN_NUMBER) builder->starts |= STARTS_NUMBER;
    builder->dotted = (token.flags & TOKEN_DOTTED) != 0;
    array_push(&passage->tokens, token);
}

/* Whether the line after this break begins with a bullet; its sign is white space or comes as the next token.
 */
static bool bullet_follows(const Builder *builder, const Token *token) {
    const char *text = builder->scanner.text;
    for (size_t at = token->start; at < token->end; at++)
        if (text[at] == '*' && at + 1 < builder->scanner.size &&
            (text[at + 1] == ' ' || text[at + 1] == '\t'))
            return true;
    if (token->end + 1 >= builder->scanner.size) return false;
    if (text[token->end] == '-' || text[token->end] == '+') return text[token->end + 1] == ' ';
    return !memcmp(text + token->end, "\xE2\x80", 2) && token->end + 2 < builder->scanner.size &&
           (text[token->end + 2] == '\xA2' || text[token->end + 2] == '\xA3');
}

/* "2. ", "13) " */
static bool number_follows(const Builder *builder, const Token *token) {
    enum { DIGITS_MOST = 3 };
    const char *text = builder->scanner.text;
    size_t at = token->end, size = builder->scanner.size;
    while (at < size && at < token->end + DIGITS_MOST && text[at] >= '0' && text[at] <= '9') at++;
    return at > token->end && at + 1 < size && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ';
}

/* Whether the line after this break is short and no sentence: an item that has no sign. A blank line ends
 * lists that have none between their items. */
static bool bare_item_follows(const Builder *builder, const Token *token) {
    if (builder->item && token->kind == TOKEN_PARAGRAPH && builder->item_break == TOKEN_LINE) return false;
    const char *text = builder->scanner.text + token->end;
    size_t left = builder->scanner.size - token->end, size = 0;
    while (size < left && size <= LINE_SHORT && text[size] != '\n') size++;
    while (size && (text[size - 1] == ' ' || text[size - 1] == '\r')) size--;
    return size && size < LINE_SHORT && !strchr(".:!?\"", text[size - 1]);
}

/* The line before stands alone, and the list after it tells what it is about. */
static bool is_heading(const Builder *builder, size_t line_length) {
    return !builder->headline && !builder->item && line_length < LINE_SHORT &&
           builder->sentence.start >= builder->line_start;
}

/* Items of a list stand as if a comma were between them, and as if a colon were before them. */
static bool join_item(Builder *builder, const Token *token, size_t line_length, bool marked) {
    const Token *before = last_token(builder);
    if (!before || builder->stop) return false;
    bool listed = builder->item || before->kind == TOKEN_COLON,
         heading = marked && is_heading(builder, line_length);
    if (!listed && !heading) return false;
    if (!marked && !bare_item_follows(builder, token)) return false;
    Token sign = {.start = token->start, .end = token->start, .kind = TOKEN_COLON};
    if (listed) sign.kind = TOKEN_COMMA;
    array_push(&builder->passage->tokens, sign);
    builder->dotted = false;
    return true;
}

static void take_break(Builder *builder, const Token *token) {
    size_t length = token->start - builder->line_start;
    bool numbered = number_follows(builder, token), marked = numbered || bullet_follows(builder, token);
    bool joined = join_item(builder, token, length, marked);
    builder->line_start = token->end;
    builder->bullet = joined && !numbered;
    builder->numbered = joined && numbered;
    if (!joined && (token->kind == TOKEN_PARAGRAPH || length < LINE_SHORT || length > LINE_LONG || marked)) {
        finish_sentence(builder);
        builder->opens = true;
    }
    builder->item = marked || joined;
    builder->item_break = token->kind;
}

void passage_add(Passage *passage, size_t from, size_t to, bool headline) {
    Builder builder = {.passage = passage, .headline = headline, .opens = true, .line_start = from};
    scanner_start(&builder.scanner, passage->text, to);
    builder.scanner.at = from;
    builder.sentence.first = (uint32_t)passage->tokens.count;
    for (Token token = scanner_next(&builder.scanner); token.kind != TOKEN_END;
         token = scanner_next(&builder.scanner)) {
        if (token.kind == TOKEN_LINE || token.kind == TOKEN_PARAGRAPH)
            take_break(&builder, &token);
        else
            add_token(&builder, token);
    }
    finish_sentence(&builder);
}
