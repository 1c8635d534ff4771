/* See telling.h. */
#include "telling.h"

#include "../map/speech.h"

bool telling_open(Telling *telling, const Facts *facts, const Style *style, dateline_error *error) {
    *telling = (Telling){.page = {.style = style, .arena = arena_new()}};
    if (!page_speak(&telling->page, facts, error)) return false;
    telling->story = story_in_words(&telling->page, facts, error);
    if (telling->story) telling->table = describe_table(&telling->page, telling->story);
    return telling->story != NULL;
}

void telling_close(Telling *telling) {
    arena_free(telling->page.arena);
}
