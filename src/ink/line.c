/* See line.h. */
#include "line.h"

#include "../base/memory.h"

#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

/* A letter of the text and what belongs to it. */
typedef struct Letter {
    size_t at; /* byte */
    hb_codepoint_t code;
    hb_script_t script;
    Face *face;
    FriBidiLevel level;
} Letter;

/* Letters that are shaped at a time. */
typedef struct Run {
    size_t first, count;
} Run;

typedef struct Setting {
    Faces *faces;
    const Font *font;
    double tracking;
    const char *text;
    size_t size;
    Letter *letters;
    size_t count;
} Setting;

/* The text is harmless, so that every sequence is whole. */
static size_t decode(const unsigned char *bytes, hb_codepoint_t *code) {
    size_t length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
    *code = length == 1 ? bytes[0] : bytes[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) *code = *code << 6 | (bytes[i] & 0x3F);
    return length;
}

static void take_letters(Setting *setting) {
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (size_t at = 0; at < setting->size;) {
        Letter *letter = &setting->letters[setting->count++];
        letter->at = at;
        at += decode((const unsigned char *)setting->text + at, &letter->code);
        letter->script = hb_unicode_script(unicode, letter->code);
    }
}

static bool is_shared(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

/* Spaces, digits and marks go with the letters before them, at the beginning with those after. */
static void share_scripts(Setting *setting) {
    hb_script_t script = HB_SCRIPT_LATIN;
    for (size_t i = setting->count; i-- > 0;)
        if (!is_shared(setting->letters[i].script)) script = setting->letters[i].script;
    for (size_t i = 0; i < setting->count; i++)
        if (is_shared(setting->letters[i].script))
            setting->letters[i].script = script;
        else
            script = setting->letters[i].script;
}

/* The face that was asked for where it has the letter; but what stands in for one letter goes on for the
 * shared ones after it, so that a word and its marks are shaped together. */
static void choose_faces(Setting *setting) {
    const Font *font = setting->font;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    Face *asked = faces_find(setting->faces, font->family, font->weight, font->italic), *last = asked;
    for (size_t i = 0; i < setting->count; i++) {
        Letter *letter = &setting->letters[i];
        bool shared = is_shared(hb_unicode_script(unicode, letter->code));
        if (shared && face_has(last, letter->code))
            letter->face = last;
        else if (face_has(asked, letter->code))
            letter->face = asked;
        else
            letter->face = faces_standing_in(setting->faces, letter->code, font->weight, font->italic);
        if (!letter->face) letter->face = shared ? last : asked;
        last = letter->face;
    }
}

static void choose_levels(Setting *setting) {
    FriBidiStrIndex count = (FriBidiStrIndex)setting->count;
    FriBidiChar *codes = memory_new(setting->count * sizeof *codes);
    FriBidiCharType *types = memory_new(setting->count * sizeof *types);
    FriBidiBracketType *brackets = memory_new(setting->count * sizeof *brackets);
    FriBidiLevel *levels = memory_new_zeroed(setting->count);
    FriBidiParType base = FRIBIDI_PAR_ON;
    for (size_t i = 0; i < setting->count; i++) codes[i] = setting->letters[i].code;
    fribidi_get_bidi_types(codes, count, types);
    fribidi_get_bracket_types(codes, count, types, brackets);
    bool done = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels) > 0;
    for (size_t i = 0; i < setting->count; i++) setting->letters[i].level = done ? levels[i] : 0;
    free(codes);
    free(types);
    free(brackets);
    free(levels);
}

static bool goes_on(const Letter *a, const Letter *b) {
    return a->face == b->face && a->script == b->script && a->level == b->level;
}

/* In the order of the text. */
static size_t find_runs(const Setting *setting, Run *runs) {
    size_t count = 0;
    for (size_t i = 0; i < setting->count; i++) {
        if (i && goes_on(&setting->letters[i - 1], &setting->letters[i]))
            runs[count - 1].count++;
        else
            runs[count++] = (Run){i, 1};
    }
    return count;
}

static void reverse(Run *runs, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        Run swap = runs[i];
        runs[i] = runs[count - 1 - i];
        runs[count - 1 - i] = swap;
    }
}

/* From the order of the text to that on the page (Unicode Standard Annex 9, rule L2), run by run. */
static void order_runs(const Setting *setting, Run *runs, size_t count) {
    FriBidiLevel highest = 0;
    for (size_t i = 0; i < setting->count; i++)
        if (setting->letters[i].level > highest) highest = setting->letters[i].level;
    for (; highest > 0; highest--)
        for (size_t i = 0, end; i < count; i = end + 1) {
            end = i;
            while (end < count && setting->letters[runs[end].first].level >= highest) end++;
            reverse(runs + i, end - i);
        }
}

static hb_buffer_t *shape_run(const Setting *setting, const Run *run, const char *language) {
    const Letter *first = &setting->letters[run->first];
    size_t after = run->first + run->count,
           end = after < setting->count ? setting->letters[after].at : setting->size;
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, setting->text, (int)setting->size, (unsigned)first->at,
                       (int)(end - first->at));
    /* A mark is a cluster of its own: its glyph stands for it alone, and not for the letter under it. */
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_direction(buffer, first->level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, first->script);
    hb_buffer_set_language(buffer, hb_language_from_string(language ? language : "en", -1));
    hb_shape(first->face->font, buffer, NULL, 0);
    return buffer;
}

/* Where the letters of a glyph end: where those of the next cluster begin, which in leftward runs comes
 * before. */
static size_t cluster_end(const hb_glyph_info_t *infos, unsigned count, unsigned glyph, bool leftward,
                          size_t end) {
    for (unsigned i = glyph; leftward ? i-- > 0 : ++i < count;)
        if (infos[i].cluster != infos[glyph].cluster) return infos[i].cluster;
    return end;
}

static bool is_mark(const Setting *setting, size_t at) {
    hb_codepoint_t code;
    decode((const unsigned char *)setting->text + at, &code);
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code) ==
           HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

static void add_run(const Setting *setting, const Run *run, Line *line) {
    hb_buffer_t *buffer = shape_run(setting, run, line->language);
    const Letter *first = &setting->letters[run->first];
    bool leftward = first->level % 2;
    size_t after = run->first + run->count,
           end = after < setting->count ? setting->letters[after].at : setting->size;
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    double em = first->face->em;
    for (unsigned i = 0; i < count; i++) {
        bool further = i && infos[i - 1].cluster == infos[i].cluster;
        if (!further && line->glyphs.count && !is_mark(setting, infos[i].cluster))
            line->width += setting->tracking;
        LineGlyph glyph = {first->face,
                           infos[i].codepoint,
                           line->width + positions[i].x_offset / em,
                           -positions[i].y_offset / em,
                           infos[i].cluster,
                           0};
        if (!further) glyph.text_size = cluster_end(infos, count, i, leftward, end) - infos[i].cluster;
        line->missing += glyph.index == 0;
        line->width += positions[i].x_advance / em;
        array_push(&line->glyphs, glyph);
    }
    hb_buffer_destroy(buffer);
}

void line_shape(Line *line, Faces *faces, const Font *font, double tracking, const char *text, size_t size) {
    Setting setting = {.faces = faces, .font = font, .tracking = tracking, .text = text, .size = size};
    setting.letters = memory_new(size * sizeof *setting.letters);
    take_letters(&setting);
    if (setting.count) {
        Run *runs = memory_new(setting.count * sizeof *runs);
        share_scripts(&setting);
        choose_faces(&setting);
        choose_levels(&setting);
        size_t count = find_runs(&setting, runs);
        order_runs(&setting, runs, count);
        for (size_t i = 0; i < count; i++) add_run(&setting, &runs[i], line);
        free(runs);
    }
    free(setting.letters);
}

void line_free(Line *line) {
    array_free(&line->glyphs);
}
