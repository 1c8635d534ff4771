/* See html_tags.h. */
#include "html_tags.h"

#include <string.h>
#include <strings.h>

Family family_of(const char *tag) {
    static const struct {
        const char *tag;
        Family family;
    } families[] = {
        {"a", FAMILY_LINK},           {"address", FAMILY_BLOCK},    {"article", FAMILY_ARTICLE},
        {"aside", FAMILY_SKIPPED},    {"blockquote", FAMILY_BLOCK}, {"body", FAMILY_BLOCK},
        {"br", FAMILY_BREAK},         {"button", FAMILY_SKIPPED},   {"caption", FAMILY_BLOCK},
        {"dd", FAMILY_BLOCK},         {"dialog", FAMILY_SKIPPED},   {"div", FAMILY_BLOCK},
        {"dl", FAMILY_BLOCK},         {"dt", FAMILY_BLOCK},         {"figcaption", FAMILY_SKIPPED},
        {"figure", FAMILY_BLOCK},     {"footer", FAMILY_SKIPPED},   {"form", FAMILY_SKIPPED},
        {"h1", FAMILY_HEADING},       {"h2", FAMILY_BLOCK},         {"h3", FAMILY_BLOCK},
        {"h4", FAMILY_BLOCK},         {"h5", FAMILY_BLOCK},         {"h6", FAMILY_BLOCK},
        {"head", FAMILY_SKIPPED},     {"header", FAMILY_BLOCK},     {"hr", FAMILY_BREAK},
        {"iframe", FAMILY_RAW},       {"img", FAMILY_VOID},         {"input", FAMILY_VOID},
        {"li", FAMILY_ITEM},          {"link", FAMILY_VOID},        {"main", FAMILY_ARTICLE},
        {"menu", FAMILY_SKIPPED},     {"meta", FAMILY_VOID},        {"nav", FAMILY_SKIPPED},
        {"noscript", FAMILY_SKIPPED}, {"ol", FAMILY_BLOCK},         {"option", FAMILY_SKIPPED},
        {"p", FAMILY_BLOCK},          {"pre", FAMILY_BLOCK},        {"script", FAMILY_RAW},
        {"section", FAMILY_BLOCK},    {"select", FAMILY_SKIPPED},   {"source", FAMILY_VOID},
        {"style", FAMILY_RAW},        {"svg", FAMILY_SKIPPED},      {"table", FAMILY_BLOCK},
        {"td", FAMILY_CELL},          {"template", FAMILY_SKIPPED}, {"textarea", FAMILY_RAW},
        {"th", FAMILY_CELL},          {"title", FAMILY_SKIPPED},    {"tr", FAMILY_BLOCK},
        {"ul", FAMILY_BLOCK},         {"wbr", FAMILY_VOID},         {"area", FAMILY_VOID},
        {"base", FAMILY_VOID},        {"col", FAMILY_VOID},         {"embed", FAMILY_VOID},
        {"param", FAMILY_VOID},       {"track", FAMILY_VOID},       {"audio", FAMILY_SKIPPED},
        {"video", FAMILY_SKIPPED}};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (families[i].tag[0] == tag[0] && !strcmp(families[i].tag, tag)) return families[i].family;
    return FAMILY_INLINE;
}

/* Whether two letters are alike but for their case, and maybe even if they are not: spares most comparisons.
 */
static bool may_be_same(char one, char other) {
    return ((one ^ other) & ~0x20) == 0;
}

bool has_text(const char *bytes, size_t size, const char *word) {
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= size; i++)
        if (may_be_same(bytes[i], word[0]) && !strncasecmp(bytes + i, word, length)) return true;
    return false;
}

/* The value of an attribute; size 0 where it is missing. */
static const char *attribute(const char *bytes, size_t size, const char *name, size_t *length) {
    size_t wanted = strlen(name);
    *length = 0;
    for (size_t i = 1; i + wanted + 2 < size; i++) {
        if (!may_be_same(bytes[i], name[0]) || strncasecmp(bytes + i, name, wanted) ||
            bytes[i + wanted] != '=' || (unsigned char)bytes[i - 1] > ' ')
            continue;
        char quote = bytes[i + wanted + 1];
        size_t from = i + wanted + 1 + (quote == '"' || quote == '\''), to = from;
        while (to < size &&
               (quote == '"' || quote == '\'' ? bytes[to] != quote : (unsigned char)bytes[to] > ' '))
            to++;
        *length = to - from;
        return bytes + from;
    }
    return NULL;
}

/* Names that sites give to what is not the article. */
bool names_furniture(const char *bytes, size_t size) {
    static const char *const parts[] = {
        "nav",       "menu",      "footer",   "sidebar",  "related", "newsletter", "comment",
        "share",     "social",    "promo",    "advert",   "cookie",  "breadcrumb", "recommend",
        "subscribe", "most-read", "mostread", "trending", "popular", "banner",     "teaser",
        "widget",    "read-more", "readmore", "outbrain", "taboola", "signup",     "sign-up",
        "paywall",   "masthead",  "ticker",   "hidden",   "caption", "author-bio", "tags"};
    static const char *const keys[] = {"class", "id", "role", "data-component"};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        size_t length;
        const char *value = attribute(bytes, size, keys[k], &length);
        for (size_t i = 0; value && length < 300 && i < sizeof parts / sizeof *parts; i++)
            if (has_text(value, length, parts[i])) return true;
    }
    return has_text(bytes, size, "display:none") || has_text(bytes, size, "display: none") ||
           has_text(bytes, size, "aria-hidden=\"true\"");
}
