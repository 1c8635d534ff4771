/* See style.h. */
#include "request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char style_help_text[] =
    "  list                         the styles that can be called by name\n"
    "  show [STYLE...]              one as JSON, and where each value comes from\n"
    "  check STYLE... [FACTS]       measures contrast, and what the colour-blind see\n"
    "  new FILE                     a commented starting point\n"
    "\n"
    "      --set KEY=VALUE       with show and check, a single value over the styles\n"
    "      --strict              check: findings are errors\n"
    "\n"
    "Styles called by name are looked for in ./styles, in the user's folder (XDG_CONFIG_HOME, else "
    "~/.config,\n"
    "then dateline/styles), and in the installed one. Of several, each lies over the one before.\n";

const char *style_add_name(StyleRequest *request, const char *name) {
    if (request->name_count == MOST_STYLE_OPTIONS) return "too many styles; at most 64";
    request->names[request->name_count++] = name;
    return NULL;
}

const char *style_add_setting(StyleRequest *request, const char *setting) {
    if (request->setting_count == MOST_STYLE_OPTIONS) return "too many settings; at most 64";
    request->settings[request->setting_count++] = setting;
    return NULL;
}

const char *style_set_labels(StyleRequest *request, const char *language) {
    size_t size = strlen(language);
    bool is_code = size >= 2 && size <= 12 &&
                   strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") == size;
    if (!is_code) return "--labels takes the code of a language, such as fr; not known";
    bool again = request->labels[0];
    snprintf(request->labels, sizeof request->labels, "page.language=\"%s\"", language);
    return again ? NULL : style_add_setting(request, request->labels);
}

static void print_finding(void *context, const dateline_error *finding) {
    char text[1200];
    size_t *count = context;
    fprintf(stderr, "%s%s\n", finding->status == DATELINE_OK ? "note: " : "",
            dateline_error_text(finding, text, sizeof text));
    ++*count;
}

static dateline_style_options options_of(const StyleRequest *request, size_t *told) {
    return (dateline_style_options){.names = request->names,
                                    .name_count = request->name_count,
                                    .settings = request->settings,
                                    .setting_count = request->setting_count,
                                    .tell = print_finding,
                                    .context = told};
}

dateline_style *style_load(const StyleRequest *request, dateline_error *error) {
    size_t told = 0;
    dateline_style_options options = options_of(request, &told);
    dateline_style *style = dateline_styles_load(&options, error);
    if (told) error->message[0] = 0; /* printed already, with all the others */
    return style;
}

/* ---------------------------------------------------------------------------------------- the commands */

static int print_text(char *text, const dateline_error *error) {
    dateline_error fault = *error;
    bool done = text && dateline_file_write("-", text, strlen(text), &fault);
    free(text);
    return done ? EXIT_DONE : failed(&fault);
}

/* Tabs of the list become columns. */
static int list_styles(void) {
    char *list = dateline_style_list(NULL);
    for (char *line = strtok(list, "\n"); line; line = strtok(NULL, "\n")) {
        char *description = strchr(line, '\t'), *path = description ? strchr(description + 1, '\t') : NULL;
        if (!path) continue;
        printf("%-20.*s %.*s\n", (int)(description - line), line, (int)(path - description - 1),
               description + 1);
    }
    free(list);
    return EXIT_DONE;
}

static int show_style(const StyleRequest *request) {
    dateline_error error = {0};
    size_t told = 0;
    dateline_style_options options = options_of(request, &told);
    char *text = dateline_style_show(&options, &error);
    if (told) error.message[0] = 0;
    return print_text(text, &error);
}

static int new_style(const char *path) {
    dateline_error error = {0};
    if (!access(path, F_OK)) {
        fprintf(stderr, "%s: is there already; a new name would be right\n", path);
        return EXIT_INPUT;
    }
    char *text = dateline_style_start(&error);
    bool done = text && dateline_file_write(path, text, strlen(text), &error);
    free(text);
    return done ? EXIT_DONE : failed(&error);
}

/* A last name that holds facts is no style. */
static dateline_facts *facts_of(StyleRequest *request) {
    size_t size;
    const char *name = request->name_count > 1 ? request->names[request->name_count - 1] : NULL;
    char *bytes = name && strchr(name, '.') ? dateline_file_read(name, &size, NULL) : NULL;
    dateline_facts *facts = bytes ? dateline_facts_load(bytes, size, name, NULL) : NULL;
    free(bytes);
    if (facts) request->name_count--;
    return facts;
}

static int check_style(StyleRequest *request) {
    dateline_error error = {0};
    size_t told = 0;
    dateline_facts *facts = facts_of(request);
    dateline_style *style = style_load(request, &error);
    size_t findings = style ? dateline_style_check(style, facts, print_finding, &told) : 0;
    bool done = style && !(request->strict && findings);
    if (style && findings == 0) puts("nothing found");
    dateline_style_free(style);
    dateline_facts_free(facts);
    return done ? EXIT_DONE : style ? EXIT_INPUT : failed(&error);
}

int style_command(const char *what, StyleRequest *request) {
    size_t count = request->name_count;
    if (!strcmp(what, "show")) return show_style(request);
    if (!strcmp(what, "list"))
        return count ? wrong_usage("list takes no file", request->names[0]) : list_styles();
    if (!strcmp(what, "new"))
        return count == 1 ? new_style(request->names[0]) : wrong_usage("new takes one file", NULL);
    if (!strcmp(what, "check"))
        return count ? check_style(request) : wrong_usage("check takes a style", NULL);
    return wrong_usage("list, show, check or new would be right after style", what);
}
