/* See libproj.h. */
#include "libproj.h"

#include "../base/memory.h"
#include "proj_string.h"

#include <dlfcn.h>
#include <math.h>
#include <proj.h>
#include <stdlib.h>

/* What is used of the library, each by the name it has there. */
typedef struct LibProj {
    void *library;
    PJ_CONTEXT *context;
    PJ *projection;
    __typeof__(&proj_context_create) context_create;
    __typeof__(&proj_context_destroy) context_destroy;
    __typeof__(&proj_log_level) log_level;
    __typeof__(&proj_create) create;
    __typeof__(&proj_destroy) destroy;
    __typeof__(&proj_trans) trans;
    __typeof__(&proj_errno_reset) errno_reset;
    __typeof__(&proj_context_errno) context_errno;
    __typeof__(&proj_errno_string) errno_string;
    __typeof__(&proj_pj_info) pj_info;
} LibProj;

/* POSIX lets a function's address travel through void *, ISO C does not: hence the copy behind the compiler's
 * back. */
static bool find_symbol(LibProj *proj, const char *name, void *function) {
    *(void **)function = dlsym(proj->library, name);
    return *(void **)function != NULL;
}

static bool find_symbols(LibProj *p) {
    return find_symbol(p, "proj_context_create", &p->context_create) &&
           find_symbol(p, "proj_context_destroy", &p->context_destroy) &&
           find_symbol(p, "proj_log_level", &p->log_level) && find_symbol(p, "proj_create", &p->create) &&
           find_symbol(p, "proj_destroy", &p->destroy) && find_symbol(p, "proj_trans", &p->trans) &&
           find_symbol(p, "proj_errno_reset", &p->errno_reset) &&
           find_symbol(p, "proj_context_errno", &p->context_errno) &&
           find_symbol(p, "proj_errno_string", &p->errno_string) &&
           find_symbol(p, "proj_pj_info", &p->pj_info);
}

static bool open_library(LibProj *proj) {
    static const char *const NAMES[] = {"libproj.so.25", "libproj.so.22", "libproj.so.19", "libproj.so"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        proj->library = dlopen(NAMES[i], RTLD_LAZY | RTLD_LOCAL);
        if (proj->library && find_symbols(proj)) return true;
        if (proj->library) dlclose(proj->library);
        proj->library = NULL;
    }
    return false;
}

static bool create(LibProj *proj, const char *string, const char *text, dateline_error *error) {
    proj->context = proj->context_create();
    proj->log_level(proj->context, PJ_LOG_NONE);
    proj->projection = proj->create(proj->context, text);
    if (proj->projection) return true;
    int number = proj->context_errno(proj->context);
    const char *reason = number ? proj->errno_string(number) : NULL;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                     "projection '%.200s': PROJ refuses it (%s); see https://proj.org for what it takes",
                     string, reason ? reason : "unknown projection or wrong parameter");
}

static Point forward(const Setting *setting, double lambda, double phi) {
    LibProj *proj = setting->library;
    PJ_COORD to = proj->trans(proj->projection, PJ_FWD, (PJ_COORD){.v = {lambda, phi, 0, 0}});
    proj->errno_reset(proj->projection);
    return (Point){to.v[0], to.v[1]};
}

static bool inverse(const Setting *setting, Point point, double *lambda, double *phi) {
    LibProj *proj = setting->library;
    PJ_COORD to = proj->trans(proj->projection, PJ_INV, (PJ_COORD){.v = {point.x, point.y, 0, 0}});
    proj->errno_reset(proj->projection);
    *lambda = to.v[0];
    *phi = to.v[1];
    Point again = forward(setting, *lambda, *phi); /* not every inverse says when it is outside the world */
    return hypot(again.x - point.x, again.y - point.y) < 1e-6;
}

static bool is_on_the_plane(Point point) {
    static const double FAR = 12; /* radii; a world map is some 6 wide */
    return fabs(point.x) < FAR && fabs(point.y) < FAR;
}

static bool parallel_is_shown(const Setting *setting, double phi) {
    for (int i = -36; i <= 36; i++)
        if (!is_on_the_plane(forward(setting, M_PI * i / 36, phi))) return false;
    return true;
}

/* The latitudes to which the projection goes; false if it cannot show the equator from end to end. */
static bool find_latitudes(Setting *setting) {
    static const double STEP = M_PI / 360;
    int north = 0, south = 0;
    if (!parallel_is_shown(setting, 0)) return false;
    while (north < 180 && parallel_is_shown(setting, (north + 1) * STEP)) north++;
    while (south < 180 && parallel_is_shown(setting, -(south + 1) * STEP)) south++;
    setting->north = north == 180 ? M_PI / 2 : north * STEP;
    setting->south = south == 180 ? -M_PI / 2 : -south * STEP;
    return north > 0 && south > 0;
}

static bool cap_is_shown(const Setting *setting, double rim) {
    for (int i = 0; i < 72; i++) {
        for (int k = 1; k <= 8; k++) {
            double angle = rim * k / 8, turn = M_PI * i / 36, lambda, phi;
            vector_angles((Vector){cos(angle), sin(angle) * cos(turn), sin(angle) * sin(turn)}, &lambda,
                          &phi);
            if (!is_on_the_plane(forward(setting, lambda, phi))) return false;
        }
    }
    return true;
}

/* Projections about a point, and those that do not reach round the world, such as a transverse Mercator, are
 * shown as a cap. */
static bool find_reach(const ProjString *string, Projection *projection, Setting *setting) {
    static const double CAPS[] = {1.5, 1.4, 1.2, 1, 0.75, 0.5, 0.25};
    setting->rim = string->rim;
    projection->tear = string->azimuthal ? TEAR_RIM : TEAR_MERIDIAN;
    if (string->azimuthal) return true;
    if (find_latitudes(setting)) return true;
    projection->tear = TEAR_RIM;
    for (size_t i = 0; i < sizeof CAPS / sizeof *CAPS; i++) {
        setting->rim = CAPS[i];
        if (cap_is_shown(setting, setting->rim)) return true;
    }
    return false;
}

bool libproj_open(const char *text, Projection *projection, Setting *setting, Center *center,
                  dateline_error *error) {
    ProjString string;
    if (!proj_string_read(text, &string, error)) return false;
    LibProj *proj = memory_new(sizeof *proj);
    *proj = (LibProj){0};
    setting->library = proj;
    if (!open_library(proj))
        return error_set(
            error, DATELINE_SYSTEM, (Place){0},
            "projection '%.200s' needs the PROJ library, which is not installed (Debian package libproj25); "
            "the built-in projections need nothing",
            text);
    if (!create(proj, text, string.text, error)) return false;
    *projection = (Projection){.name = "PROJ", .conic = string.conic, .forward = forward};
    if (proj->pj_info(proj->projection).has_inverse) projection->inverse = inverse;
    center->lon += string.lon;
    center->lat += string.lat;
    if (find_reach(&string, projection, setting)) return true;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0},
                     "projection '%.200s' shows nothing of a sphere; it should be one for maps of the world "
                     "or a part of it",
                     text);
}

void libproj_close(LibProj *proj) {
    if (!proj) return;
    if (proj->projection) proj->destroy(proj->projection);
    if (proj->context) proj->context_destroy(proj->context);
    if (proj->library) dlclose(proj->library);
    free(proj);
}
