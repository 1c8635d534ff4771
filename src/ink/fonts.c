/* See fonts.h. */
#include "fonts.h"

#include "../base/memory.h"

#include <pthread.h>
#include <stdlib.h>

struct Fonts {
    pthread_mutex_t lock; /* of all below */
    size_t owners;
    ARRAY(Letters *) waiting;
};

Fonts *fonts_new(void) {
    Fonts *fonts = memory_new_zeroed(sizeof *fonts);
    pthread_mutex_init(&fonts->lock, NULL);
    fonts->owners = 1;
    return fonts;
}

Fonts *fonts_share(Fonts *fonts) {
    if (!fonts) return NULL;
    pthread_mutex_lock(&fonts->lock);
    fonts->owners++;
    pthread_mutex_unlock(&fonts->lock);
    return fonts;
}

void fonts_drop(Fonts *fonts) {
    if (!fonts) return;
    pthread_mutex_lock(&fonts->lock);
    bool last = --fonts->owners == 0;
    pthread_mutex_unlock(&fonts->lock);
    if (!last) return;
    for (size_t i = 0; i < fonts->waiting.count; i++) letters_free(fonts->waiting.items[i]);
    array_free(&fonts->waiting);
    pthread_mutex_destroy(&fonts->lock);
    free(fonts);
}

/* The last that was given: what it has kept is what is most likely in the processor's memory. */
static Letters *waiting_letters(Fonts *fonts) {
    if (!fonts) return NULL;
    pthread_mutex_lock(&fonts->lock);
    Letters *letters = fonts->waiting.count ? fonts->waiting.items[--fonts->waiting.count] : NULL;
    pthread_mutex_unlock(&fonts->lock);
    return letters;
}

Letters *fonts_take(Fonts *fonts, const char *language, dateline_error *error) {
    Letters *letters = waiting_letters(fonts);
    if (!letters) letters = letters_new(NULL, error);
    if (letters) letters_speak(letters, language);
    return letters;
}

void fonts_give(Fonts *fonts, Letters *letters) {
    if (!fonts || !letters) return letters_free(letters);
    pthread_mutex_lock(&fonts->lock);
    array_push(&fonts->waiting, letters);
    pthread_mutex_unlock(&fonts->lock);
}
