/* See fields.h: the page's words. A text is best described by what it says in words/en/page.json. */
#include "fields.h"

#include "style.h"

#define TEXT(Type, name)                                                                                     \
    { .key = #name, .kind = FIELD_STRING, .offset = offsetof(Type, name) }
#define WORDS(name) TEXT(StyleTexts, name)

const Field words_fields[] = {
    WORDS(participant_striker),
    WORDS(participant_beside_strikers),
    WORDS(participant),
    WORDS(striker),
    WORDS(declined),
    WORDS(mentioned),
    WORDS(target),
    WORDS(target_many),
    WORDS(host_city),
    WORDS(host_label),
    WORDS(strikes),
    WORDS(strikes_since),
    WORDS(subtitle_strikes),
    WORDS(subtitle_alone),
    WORDS(subtitle_count),
    WORDS(subtitle_of_stated),
    WORDS(source),
    WORDS(source_default),
    WORDS(overseas),
    WORDS(says_participant),
    WORDS(says_striker),
    WORDS(says_target),
    WORDS(says_target_count),
    WORDS(says_host),
    WORDS(says_declined),
    WORDS(says_mentioned),
    WORDS(and),
    WORDS(comma),
    WORDS(sentence),
    WORDS(article),
    WORDS(article_codes),
    WORDS(numbers),
    WORDS(thousands),
    WORDS(decimal),
    WORDS(more_than),
    WORDS(at_most),
    WORDS(nearly),
    WORDS(about),
    WORDS(bounds_more),
    WORDS(bounds_less),
    WORDS(bounds_nearly),
    WORDS(bounds_about),
    WORDS(amounts),
    WORDS(regions),
    WORDS(short_target),
    WORDS(short_striker),
    WORDS(short_participant),
    WORDS(mentioned_once),
    WORDS(mentioned_times),
    WORDS(mentioned_range),
    WORDS(value_range),
    WORDS(no_data),
    WORDS(in_all),
    WORDS(kilometres),
    WORDS(miles),
    WORDS(subtitle_striker),
    {.key = NULL},
};

#define BESIDE(name) TEXT(StyleWords, name)

const Field beside_fields[] = {
    BESIDE(alt),         BESIDE(alt_plain),     BESIDE(alt_mentions_few), BESIDE(alt_participants),
    BESIDE(alt_few),     BESIDE(alt_strikers),  BESIDE(alt_values),       BESIDE(alt_mentions),
    BESIDE(alt_of_them), BESIDE(alt_countries), BESIDE(alt_strikes),      BESIDE(alt_strikes_one),
    BESIDE(alt_role),    BESIDE(alt_host),      BESIDE(alt_declined),     BESIDE(alt_highest),
    BESIDE(alt_shaded),  BESIDE(and_more),      BESIDE(table_title),      BESIDE(table_country),
    BESIDE(table_code),  BESIDE(table_part),    BESIDE(table_number),     BESIDE(table_evidence),
    {.key = NULL},
};
