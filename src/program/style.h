/* The options --style and --set, and `dateline style`: list, show, check, new. */
#ifndef PROGRAM_STYLE_H
#define PROGRAM_STYLE_H

#include "../dateline.h"

enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2 };
enum { MOST_STYLE_OPTIONS = 64 };

typedef struct StyleRequest {
    const char *names[MOST_STYLE_OPTIONS], *settings[MOST_STYLE_OPTIONS];
    size_t name_count, setting_count;
    char labels[48]; /* --labels as a setting */
    bool strict;
} StyleRequest;

extern const char style_help_text[];

/* NULL, or what is wrong. */
const char *style_add_name(StyleRequest *request, const char *name);
const char *style_add_setting(StyleRequest *request, const char *setting);
/* The language of the page: a setting with a shorter name. */
const char *style_set_labels(StyleRequest *request, const char *language);
/* All faults are printed; what error says then was said, and its message is empty. */
dateline_style *style_load(const StyleRequest *request, dateline_error *error);
/* `dateline style WHAT NAME...`, the names among the request's; returns the exit status. */
int style_command(const char *what, StyleRequest *request);

#endif
