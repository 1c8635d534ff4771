/* See stories.h. */
#include "stories.h"

#include "base/json.h"
#include "base/text.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Lists are codes with a space between them. Who strikes strikes the first target; the second is struck by
 * the first striker alone, "hundreds" of times. */
typedef struct Plot {
    const char *name, *title, *participants, *strikers, *targets, *declined, *host, *place;
} Plot;

static const Plot plots[] = {
    {"london", "21 countries meet in London on the fight against Islamic State",
     "USA GBR AUS BHR BEL CAN DNK EGY FRA DEU IRQ ITA JOR KWT NLD NOR QAT SAU ESP TUR ARE",
     "USA GBR FRA AUS NLD BEL CAN DNK", "IRQ SYR", "", "GBR", "London"},
    {"middle-east", "Nine countries of the region join the talks", "BHR EGY IRQ JOR KWT QAT SAU TUR ARE", "",
     "IRQ SYR", "", "", ""},
    {"gulf", "The Gulf states agree on one currency", "BHR KWT OMN QAT SAU ARE", "", "", "", "SAU", "Riyadh"},
    {"caribbean", "Caribbean islands share a fund against storms",
     "ATG BHS BRB BLZ DMA GRD GUY HTI JAM KNA LCA VCT SUR TTO MSR", "", "", "", "BRB", "Bridgetown"},
    {"pacific", "Islands on both sides of the date line meet", "FJI TON WSM TUV KIR NZL NRU VUT SLB COK NIU",
     "", "", "AUS", "FJI", "Suva"},
    {"date-line", "Fishing nations divide the northern Pacific", "RUS USA JPN CAN KOR", "", "", "CHN", "",
     ""},
    {"antarctica", "Seven claims and a treaty", "ATA ARG CHL AUS NZL NOR GBR FRA", "", "", "", "", ""},
    {"arctic", "The eight states of the Arctic meet again", "CAN RUS USA NOR DNK ISL SWE FIN", "", "", "",
     "NOR", "Tromsø"},
    {"european-union", "The Union votes on its budget",
     "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN "
     "ESP SWE",
     "", "", "", "BEL", "Brussels"},
    {"alliance", "The alliance counts its members",
     "ALB BEL BGR CAN HRV CZE DNK EST FIN FRA DEU GRC HUN ISL ITA LVA LTU LUX MNE NLD MKD NOR POL PRT ROU "
     "SVK SVN ESP "
     "SWE TUR GBR USA",
     "", "", "", "NLD", "The Hague"},
    {"micro-states", "The smallest states of Europe play for a cup", "VAT SMR MCO LIE AND LUX MLT", "", "",
     "", "", ""},
    {"balkans", "Six neighbours and the way to the Union", "ALB BIH XKX MKD MNE SRB", "", "", "", "SVN",
     "Ljubljana"},
    {"baltics", "Three Baltic states leave one grid for another", "EST LVA LTU", "", "", "", "", ""},
    {"two-neighbours", "Each of the two strikes the other", "", "IND PAK", "PAK IND", "", "", ""},
    {"two-far-apart", "Two powers talk about trade", "USA CHN", "", "", "", "CHE", "Geneva"},
    {"one-tiny", "Tuvalu plans for the sea", "TUV", "", "", "", "", ""},
    {"one-large", "Russia counts its forests", "RUS", "", "", "", "", ""},
    {"west-africa", "West Africa closes its borders to one of its own",
     "BEN CPV CIV GMB GHA GIN GNB LBR NGA SEN SLE TGO", "", "", "BFA MLI NER", "NGA", "Abuja"},
    {"south-east-asia", "Ten countries of South-East Asia open their skies",
     "BRN KHM IDN LAO MYS MMR PHL SGP THA VNM", "", "", "TLS", "IDN", "Jakarta"},
    {"lake-chad", "Around the lake four armies search together", "NGA TCD CMR NER BEN", "NGA TCD", "NER CMR",
     "", "", ""},
    {"yemen", "Ten states answer for the strikes on Yemen", "SAU ARE BHR KWT QAT EGY JOR MAR SDN SEN",
     "SAU ARE BHR KWT QAT EGY JOR MAR SDN", "YEM", "PAK OMN", "", ""},
    {"americas", "The Americas meet at the summit",
     "ARG BOL BRA CAN CHL COL CRI DOM ECU SLV GTM HND JAM MEX PAN PRY PER TTO USA URY", "", "", "CUB NIC VEN",
     "PER", "Lima"},
};

/* A gold makes a story as soon as so many countries take part. */
enum { LEAST_OF_A_GOLD = 4, MOST_GOLDS = 14 };

static char *read_file(const char *path, size_t *size) {
    dateline_error error = {0};
    char *bytes = dateline_file_read(path, size, &error);
    if (!bytes) fail_msg("%s", error.message);
    return bytes;
}

static json_t *read_json(const char *path) {
    size_t size;
    char *bytes = read_file(path, &size);
    json_t *root = json_loadb(bytes, size, 0, NULL);
    free(bytes);
    assert_non_null(root);
    return root;
}

static bool has_code(const char *list, const char *code) {
    return strstr(list, code) != NULL;
}

static const char *name_of(const json_t *names, const char *code) {
    const char *name = json_string_value(json_object_get(json_object_get(names, code), "name"));
    return name ? name : code;
}

/* One country with its roles, unless an earlier list has had it. */
static void add_country(Text *text, const json_t *names, const Plot *plot, const char *code) {
    const struct {
        const char *role, *codes;
    } roles[] = {{"participant", plot->participants},
                 {"striker", plot->strikers},
                 {"target", plot->targets},
                 {"host", plot->host},
                 {"declined", plot->declined}};
    bool first = text->bytes[text->size - 1] == '[';
    text_add_format(text, "%s\n{\"id\": \"%s\", \"name\": ", first ? "" : ",", code);
    json_quote(text, name_of(names, code));
    const char *seat =
        json_string_value(json_array_get(json_object_get(json_object_get(names, code), "seats"), 0));
    if (seat) text_add_format(text, ", \"capital\": ");
    if (seat) json_quote(text, seat);
    text_add(text, ", \"roles\": [");
    const char *comma = "";
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (!has_code(roles[i].codes, code)) continue;
        text_add_format(text, "%s\"%s\"", comma, roles[i].role);
        comma = ", ";
    }
    text_add(text, "]}");
}

static void add_countries(Text *text, const json_t *names, const Plot *plot) {
    const char *lists[] = {plot->participants, plot->strikers, plot->targets, plot->declined, plot->host};
    Text seen = {0};
    text_add(&seen, " ");
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const char *at = lists[i]; strlen(at) >= 3; at += 3 + (at[3] == ' ')) {
            char code[4] = {at[0], at[1], at[2], 0};
            if (has_code(seen.bytes, code)) continue;
            text_add_format(&seen, "%s ", code);
            add_country(text, names, plot, code);
        }
    text_free(&seen);
}

static void add_strikes(Text *text, const Plot *plot) {
    size_t targets = (strlen(plot->targets) + 1) / 4;
    for (size_t i = 0; i < targets && *plot->strikers; i++) {
        text_add_format(text, "%s{\"target\": \"%.3s\", \"by\": [", i ? ", " : "", plot->targets + 4 * i);
        for (const char *at = plot->strikers; strlen(at) >= 3; at += 3 + (at[3] == ' ')) {
            if (i && at != plot->strikers) break;
            text_add_format(text, "%s\"%.3s\"", at == plot->strikers ? "" : ", ", at);
        }
        text_add(
            text,
            i ? "], \"count\": {\"bound\": \"hundreds\", \"text\": \"hundreds\"}}"
              : "], \"count\": {\"value\": 1000, \"bound\": \"more than\", \"text\": \"more than 1,000\"}, "
                "\"since\": \"August\"}");
    }
}

static Facts *facts_of(const Plot *plot, const json_t *names) {
    Text text = {0};
    dateline_error error = {0};
    text_add(&text, "{\"dateline\": \"facts/1\", \"language\": \"en\", \"title\": ");
    json_quote(&text, plot->title);
    text_add(&text, ", \"countries\": [");
    add_countries(&text, names, plot);
    text_add(&text, "], \"strikes\": [");
    add_strikes(&text, plot);
    text_add(&text, "]");
    if (*plot->host) text_add_format(&text, ", \"host\": {\"country\": \"%s\"", plot->host);
    if (*plot->host && *plot->place) text_add_format(&text, ", \"place\": \"%s\"", plot->place);
    text_add(&text, *plot->host ? "}}" : "}");
    Facts *facts = dateline_facts_load(text.bytes, text.size, plot->name, &error);
    if (!facts) fail_msg("%s: %s\n%s", plot->name, error.message, text.bytes);
    text_free(&text);
    return facts;
}

static void add_story(TestStories *stories, const Plot *plot, const json_t *names) {
    char *name = memory_new(strlen(plot->name) + 1);
    memcpy(name, plot->name, strlen(plot->name) + 1);
    array_push(stories, (TestStory){name, facts_of(plot, names)});
}

static const char *codes_of(Arena *arena, const json_t *list) {
    const char *codes = "";
    for (size_t i = 0; i < json_array_size(list); i++)
        codes = arena_format(arena, "%s%s%s", codes, *codes ? " " : "",
                             json_string_value(json_array_get(list, i)));
    return codes;
}

static void add_gold(TestStories *stories, const json_t *names, const char *folder) {
    Arena *arena = arena_new();
    json_t *gold = read_json(arena_format(arena, "tests/articles/%s/gold.json", folder));
    char *title = arena_text(arena, folder);
    for (char *at = title; *at; at++)
        if (*at == '-') *at = ' ';
    Plot plot = {.name = folder, .title = title, .declined = ""};
    const json_t *strikes = json_object_get(gold, "strikes");
    const char *host = json_string_value(json_object_get(gold, "host"));
    plot.participants = codes_of(arena, json_object_get(gold, "participants"));
    plot.targets = codes_of(arena, json_object_get(gold, "targets"));
    plot.strikers = codes_of(arena, json_object_get(json_array_get(strikes, 0), "by"));
    plot.host = host ? host : "";
    plot.place = "";
    if (host) {
        const json_t *seats = json_object_get(json_object_get(names, host), "seats");
        const char *seat = json_string_value(json_array_get(seats, 0));
        plot.place = seat ? seat : "";
    }
    if ((strlen(plot.participants) + 1) / 4 >= LEAST_OF_A_GOLD) add_story(stories, &plot, names);
    json_decref(gold);
    arena_free(arena);
}

static int is_case(const struct dirent *entry) {
    return entry->d_name[0] != '.' && !strchr(entry->d_name, '.') && strcmp(entry->d_name, "check") != 0;
}

/* Every so manieth of the golds, so that new articles change the choice little. */
static void add_golds(TestStories *stories, const json_t *names) {
    struct dirent **entries;
    int count = scandir("tests/articles", &entries, is_case, alphasort);
    size_t before = stories->count;
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        if (i % 3 == 0 && stories->count - before < MOST_GOLDS) add_gold(stories, names, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

/* Marsaglia 2003, xorshift: the same numbers everywhere. */
static uint32_t next_number(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* A share of 0 of the countries that have a seat, in the order of the draw; every fifth declines where some
 * do. */
static void add_drawn(TestStories *stories, json_t *names, size_t wanted, uint32_t seed) {
    Arena *arena = arena_new();
    size_t count = 0;
    const char **codes = ARENA_ARRAY(arena, const char *, json_object_size(names)), *code;
    json_t *entry;
    json_object_foreach(names, code, entry) if (json_object_get(entry, "seats") &&
                                                country_code_is_known(code)) codes[count++] = code;
    Plot plot = {"", "", "", "", "", "", "", ""};
    for (size_t i = 0; i < wanted && i < count; i++) {
        size_t other = i + next_number(&seed) % (count - i);
        const char *swap = codes[i];
        codes[i] = codes[other], codes[other] = swap;
        const char **list = wanted > 4 && i % 5 == 4 ? &plot.declined : &plot.participants;
        *list = arena_format(arena, "%s%s%s", *list, **list ? " " : "", codes[i]);
    }
    plot.name = arena_format(arena, "drawn-%zu-%u", wanted, (unsigned)(seed & 0xffff));
    plot.title = arena_format(arena, "%zu countries drawn by lot", wanted);
    add_story(stories, &plot, names);
    arena_free(arena);
}

void stories_load(TestStories *stories) {
    static const size_t sizes[] = {1, 2, 5, 12, 20, 40, 100, 193, 1, 2, 5, 12};
    json_t *root = read_json("words/en/names.json"), *names = json_object_get(root, "countries");
    for (size_t i = 0; i < sizeof plots / sizeof *plots; i++) add_story(stories, &plots[i], names);
    add_golds(stories, names);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        add_drawn(stories, names, sizes[i], (uint32_t)(2463534242u + 7919u * i));
    json_decref(root);
}

Facts *story_by_hand(const char *name) {
    json_t *root = read_json("words/en/names.json");
    Facts *facts = NULL;
    for (size_t i = 0; i < sizeof plots / sizeof *plots; i++)
        if (!strcmp(plots[i].name, name)) facts = facts_of(&plots[i], json_object_get(root, "countries"));
    json_decref(root);
    assert_non_null(facts);
    return facts;
}

void stories_free(TestStories *stories) {
    for (size_t i = 0; i < stories->count; i++) {
        free(stories->items[i].name);
        dateline_facts_free(stories->items[i].facts);
    }
    array_free(stories);
}
