/* See roles.h. Doubts are said aloud, with the place that they are about. */
#include "roles.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void roles_doubt(Roles *roles, uint32_t start, uint32_t end, const char *format, ...) {
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    array_push(&roles->doubts, (Doubt){arena_text(roles->arena, text), start, end});
}

/* Names that were taken for something else by their company alone are said aloud, once each. */
void doubt_names(Roles *roles) {
    const Passage *passage = roles->passage;
    size_t names = passage->language->names.count;
    bool *told = memset(memory_new(names + 1), 0, names + 1);
    for (size_t i = 0; i < passage->mentions.count; i++) {
        const Mention *mention = &passage->mentions.items[i];
        const Token *first = &passage->tokens.items[mention->first], *last = first + mention->count - 1;
        if (mention->kind > NAME_ADJECTIVE || mention->state != MENTION_DROPPED || told[mention->name])
            continue;
        told[mention->name] = true;
        roles_doubt(roles, first->start, last->end, "\"%.*s\" is taken for no country here: %s",
                    (int)(last->end - first->start), passage->text + first->start,
                    mention->why ? mention->why : "by its company");
    }
    free(told);
}
