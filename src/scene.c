/* See scene.h. Marks lie in one growing array; what they point to lies in the scene's arena. */
#include "scene.h"

#include "base/memory.h"
#include "ink/script.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct dateline_scene {
    Arena *arena;
    Fonts *fonts;
    PageInfo info;
    ARRAY(Mark) marks;
    ARRAY(char *) notes;
    size_t open_groups;
};

static const char *text_or_empty(Arena *arena, const char *text) {
    return arena_text(arena, text ? text : "");
}

/* What a person reads is made harmless here, once, so that all painters show the same. */
static const char *harmless_text(Arena *arena, const char *text) {
    if (!text || text_is_harmless(text)) return arena_text(arena, text);
    Text harmless = {0};
    text_add_harmless(&harmless, text);
    const char *copy = arena_text_part(arena, harmless.bytes, harmless.size);
    text_free(&harmless);
    return copy;
}

void scene_describe(Scene *scene, const PageInfo *info) {
    scene->info = *info;
    scene->info.title = harmless_text(scene->arena, info->title ? info->title : "");
    scene->info.description = harmless_text(scene->arena, info->description ? info->description : "");
    scene->info.language = text_or_empty(scene->arena, info->language);
    scene->info.credits = harmless_text(scene->arena, info->credits ? info->credits : "");
    scene->info.licence = harmless_text(scene->arena, info->licence ? info->licence : "");
    scene->info.id_prefix = text_or_empty(scene->arena, info->id_prefix);
    Provenance *from = &scene->info.provenance;
    from->data = text_or_empty(scene->arena, from->data);
    from->article = text_or_empty(scene->arena, from->article);
    from->facts = text_or_empty(scene->arena, from->facts);
    from->style = text_or_empty(scene->arena, from->style);
}

Scene *scene_new(const PageInfo *info) {
    Scene *scene = memory_new(sizeof *scene);
    *scene = (Scene){.arena = arena_new()};
    scene_describe(scene, info);
    return scene;
}

void scene_free(Scene *scene) {
    if (!scene) return;
    array_free(&scene->marks);
    array_free(&scene->notes);
    fonts_drop(scene->fonts);
    arena_free(scene->arena);
    free(scene);
}

/* The copy lies in the arena and must never grow, so its capacity is its count. */
static Outline copy_outline(Arena *arena, const Outline *outline) {
    Outline copy = {0};
    if (!outline->verbs.count) return copy;
    copy.points.count = copy.points.capacity = outline->points.count;
    copy.verbs.count = copy.verbs.capacity = outline->verbs.count;
    copy.points.items =
        arena_copy(arena, outline->points.items, outline->points.count * sizeof *outline->points.items);
    copy.verbs.items = arena_copy(arena, outline->verbs.items, outline->verbs.count);
    return copy;
}

void scene_group(Scene *scene, const GroupMark *group) {
    GroupMark copy = {
        .id = arena_text(scene->arena, group->id),
        .kind = text_or_empty(scene->arena, group->kind),
        .title = harmless_text(scene->arena, group->title),
        .country = arena_text(scene->arena, group->country),
        .roles = arena_text(scene->arena, group->roles),
        .name = harmless_text(scene->arena, group->name),
        .value = harmless_text(scene->arena, group->value),
        .clip = copy_outline(scene->arena, &group->clip),
    };
    array_push(&scene->marks, (Mark){.kind = MARK_GROUP, .group = copy});
    scene->open_groups++;
}

/* An end without a group would unbalance every painter's output, so it is dropped here, once. */
void scene_end(Scene *scene) {
    if (!scene->open_groups) return;
    array_push(&scene->marks, (Mark){.kind = MARK_END});
    scene->open_groups--;
}

void scene_path(Scene *scene, const Outline *outline, Fill fill, Pen pen) {
    if (!outline->verbs.count) return;
    PathMark path = {.outline = copy_outline(scene->arena, outline), .fill = fill, .pen = pen};
    array_push(&scene->marks, (Mark){.kind = MARK_PATH, .path = path});
}

void scene_text(Scene *scene, const TextMark *text) {
    if (!text->text || !text->text[0]) return;
    TextMark copy = *text;
    copy.text = harmless_text(scene->arena, text->text);
    copy.font.family = text_or_empty(scene->arena, text->font.family);
    copy.language = arena_text(scene->arena, text->language);
    array_push(&scene->marks, (Mark){.kind = MARK_TEXT, .text = copy});
}

void scene_note(Scene *scene, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *note = arena_alloc(scene->arena, (size_t)length + 1);
    vsnprintf(note, (size_t)length + 1, format, again);
    va_end(again);
    array_push(&scene->notes, note);
}

void scene_keep_fonts(Scene *scene, Fonts *fonts) {
    fonts_drop(scene->fonts);
    scene->fonts = fonts_share(fonts);
}

Fonts *scene_fonts(const Scene *scene) {
    return scene->fonts;
}

const PageInfo *scene_info(const Scene *scene) {
    return &scene->info;
}

/* Groups left open are closed for the reader, so that no painter has to count. */
size_t scene_mark_count(const Scene *scene) {
    return scene->marks.count + scene->open_groups;
}

const Mark *scene_mark(const Scene *scene, size_t index) {
    static const Mark end = {.kind = MARK_END};
    if (index < scene->marks.count) return &scene->marks.items[index];
    return index < scene_mark_count(scene) ? &end : NULL;
}

Point text_left_end(const TextMark *text) {
    static const double share[] = {[TEXT_START] = 0, [TEXT_MIDDLE] = 0.5, [TEXT_END] = 1};
    return (Point){text->at.x - share[text->anchor] * text->width, text->at.y};
}

void dateline_scene_size(const dateline_scene *scene, double *width, double *height) {
    *width = scene->info.width;
    *height = scene->info.height;
}

size_t dateline_scene_note_count(const dateline_scene *scene) {
    return scene->notes.count;
}

const char *dateline_scene_note(const dateline_scene *scene, size_t index) {
    return index < scene->notes.count ? scene->notes.items[index] : NULL;
}

void dateline_scene_free(dateline_scene *scene) {
    scene_free(scene);
}
