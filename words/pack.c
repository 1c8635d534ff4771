/* Packs the words once, when dateline is built: `pack-words WORDS FOLDER` writes FOLDER/LANGUAGE.words for
 * every language there is. */
#include "dateline.h"

#include <stdio.h>

int main(int argc, char **argv) {
    dateline_error error = {0};
    char text[1200];
    if (argc != 3) return fputs("Usage: pack-words WORDS FOLDER\n", stderr), 2;
    dateline_words *words = dateline_words_load(argv[1], &error);
    bool done = words && dateline_words_pack(words, argv[2], &error);
    dateline_words_free(words);
    if (!done) fprintf(stderr, "%s\n", dateline_error_text(&error, text, sizeof text));
    return done ? 0 : 1;
}
