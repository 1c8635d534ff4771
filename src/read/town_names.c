/* See roles.h. Towns by the name that stands in the article; which country's is asked for is the caller's. */
#include "roles.h"

#include "../base/text.h"

enum { LONGEST_NAME = 4, LEAST_LETTERS = 4 };

/* Letters as the list has them; what an apostrophe joins is one word. */
static void add_folded(Text *name, const Passage *passage, const Token *token) {
    for (size_t at = token->start; at < token->end;) {
        char bytes[FOLD_MOST];
        int32_t code = utf8_next(passage->text, token->end, &at);
        if (code >= 0 && letter_kind((uint32_t)code) != LETTER_APOSTROPHE)
            text_add_part(name, bytes, (size_t)letter_fold((uint32_t)code, bytes));
    }
}

const TownList *country_towns(const Roles *roles, int country) {
    return towns_of(words_towns(roles->words), roles->passage->language->countries.items[country].id);
}

size_t town_named(const Passage *passage, size_t at, size_t end, const TownList *towns) {
    const Token *tokens = passage->tokens.items;
    Text name = {0};
    size_t count = 0;
    Town town;
    for (size_t i = at; i < end && i < at + LONGEST_NAME && tokens[i].kind == TOKEN_WORD; i++) {
        if (i > at && !(tokens[i].flags & TOKEN_ELIDED)) text_add_char(&name, ' ');
        add_folded(&name, passage, &tokens[i]);
        if (name.size >= LEAST_LETTERS && town_is_listed(towns, name.bytes, name.size, &town))
            count = i - at + 1;
    }
    text_free(&name);
    return count;
}

/* Names that towns of several countries share tell none of them. */
int town_country(Roles *roles, size_t at, size_t end) {
    enum { MOST_ASKED = 40 };
    int found = -1, asked = 0;
    if (!(roles->passage->tokens.items[at].flags & TOKEN_CAPITAL)) return -1;
    for (size_t i = 0; i < roles->passage->language->countries.count && asked < MOST_ASKED; i++) {
        if (!roles->named[i]) continue;
        asked++;
        if (!town_named(roles->passage, at, end, country_towns(roles, (int)i))) continue;
        if (found >= 0) return -1;
        found = (int)i;
    }
    return found;
}
