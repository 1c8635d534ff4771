/* See proj_string.h. */
#include "proj_string.h"

#include "../base/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double RADIAN = M_PI / 180;
static const double EARTH_RADIUS = 6371008.8; /* metres, to make heights relative */

/* Azimuthal projections and how far from the centre they are shown, in degrees; 0 for as far as the height
 * lets one see. */
static const struct {
    const char *name;
    double rim;
} AZIMUTHAL[] = {{"laea", 179.999}, {"aeqd", 179.999}, {"ortho", 90}, {"stere", 142}, {"sterea", 142},
                 {"gnom", 60},      {"airy", 90},      {"nsper", 0},  {"tpers", 0},   {"geos", 0}};

static const char *const CONIC[] = {"aea",   "leac",  "lcc",   "lcca",  "eqdc",   "bonne",  "poly",  "rpoly",
                                    "euler", "murd1", "murd2", "murd3", "pconic", "tissot", "vitk1", "ccon"};

/* Words about the earth's size and the units, which do not concern a sphere of radius 1. */
static const char *const DROPPED[] = {"R",       "a",       "b",        "f",        "rf",     "es",
                                      "ellps",   "datum",   "x_0",      "y_0",      "units",  "k_0",
                                      "k",       "towgs84", "nadgrids", "to_meter", "pm",     "R_A",
                                      "no_defs", "type",    "over",     "wktext",   "vunits", "axis"};

static bool is_among(const char *key, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(key, names[i]) == 0) return true;
    return false;
}

static bool fail(dateline_error *error, const char *string, const char *what) {
    return error_set(error, DATELINE_BAD_USAGE, (Place){0}, "projection '%.200s': %s", string, what);
}

static void add_word(ProjString *proj, const char *word) {
    size_t length = strlen(proj->text);
    snprintf(proj->text + length, sizeof proj->text - length, "%s%s", length ? " " : "", word);
}

/* Takes one word without its plus sign. */
static bool read_word(ProjString *proj, char *word, const char *string, dateline_error *error) {
    char *value = strchr(word, '='), copy[256];
    snprintf(copy, sizeof copy, "+%s", word);
    if (value) *value++ = '\0';
    double number = 0;
    const char *end = value;
    bool is_number = value && number_parse(value, &end, &number) && *end == '\0';
    if (is_among(word, (const char *const[]){"init", "step", "inv"}, 3))
        return fail(error, string, "only a single projection such as '+proj=bonne +lat_1=45' can be drawn");
    if (strcmp(word, "proj") == 0) {
        snprintf(proj->name, sizeof proj->name, "%s", value ? value : "");
    } else if (strcmp(word, "lon_0") == 0 && is_number) {
        proj->lon = number;
    } else if (strcmp(word, "lat_0") == 0 && is_number) {
        proj->lat = number;
    } else if (strcmp(word, "h") == 0 && is_number && number > 0) {
        char height[64];
        proj->rim = acos(1 / (1 + number / EARTH_RADIUS)) - 1e-5; /* on the horizon itself PROJ gives up */
        memcpy(height, "+h=", 3);
        number_print(height + 3, number / EARTH_RADIUS, 15);
        add_word(proj, height);
    } else if (!is_among(word, DROPPED, sizeof DROPPED / sizeof *DROPPED)) {
        add_word(proj, copy);
    }
    return true;
}

static void classify(ProjString *proj) {
    for (size_t i = 0; i < sizeof AZIMUTHAL / sizeof *AZIMUTHAL; i++) {
        if (strcmp(proj->name, AZIMUTHAL[i].name) != 0) continue;
        proj->azimuthal = true;
        if (AZIMUTHAL[i].rim > 0) proj->rim = AZIMUTHAL[i].rim * RADIAN;
    }
    proj->conic = is_among(proj->name, CONIC, sizeof CONIC / sizeof *CONIC);
    if (!proj->azimuthal) proj->lat = 0;
    if (!(proj->rim > 0)) proj->rim = M_PI / 3;
}

/* Projections that tear where we do not cut, or that are none. */
static bool check_name(const ProjString *proj, const char *string, dateline_error *error) {
    static const char *const NO_MAP[] = {"pipeline", "longlat", "latlong", "lonlat", "latlon",
                                         "geocent",  "cart",    "noop",    ""};
    static const char *const TORN[] = {"igh", "igh_o", "healpix", "rhealpix", "isea", "qsc", "s2", "ob_tran"};
    if (is_among(proj->name, NO_MAP, sizeof NO_MAP / sizeof *NO_MAP))
        return fail(error, string, "it should name a map projection, as in '+proj=bonne +lat_1=45'");
    if (is_among(proj->name, TORN, sizeof TORN / sizeof *TORN))
        return fail(
            error, string,
            "the map would be torn in several places; take one that is torn once, and turn it by its centre");
    return true;
}

bool proj_string_read(const char *string, ProjString *proj, dateline_error *error) {
    char copy[768], *rest = NULL;
    *proj = (ProjString){0};
    if (strlen(string) >= sizeof copy)
        return fail(error, string, "too long; a PROJ string has at most 767 bytes");
    snprintf(copy, sizeof copy, "%s", string);
    for (char *word = strtok_r(copy, " \t\r\n", &rest); word; word = strtok_r(NULL, " \t\r\n", &rest))
        if (!read_word(proj, *word == '+' ? word + 1 : word, string, error)) return false;
    if (!check_name(proj, string, error)) return false;
    char words[sizeof proj->text];
    snprintf(words, sizeof words, "%s", proj->text);
    int length = snprintf(proj->text, sizeof proj->text, "+proj=%s +R=1 %s", proj->name, words);
    if (length >= (int)sizeof proj->text) return fail(error, string, "too long");
    classify(proj);
    return true;
}
