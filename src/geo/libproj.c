/* See libproj.h. */
#include "libproj.h"

bool libproj_open(const char *string, Projection *projection, Setting *setting, Center *center,
                  dateline_error *error) {
    (void)projection, (void)setting, (void)center;
    return error_set(error, DATELINE_BAD_USAGE, (Place){0}, "PROJ strings such as '%s' are not read yet",
                     string);
}
void libproj_close(struct LibProj *library) {
    (void)library;
}
