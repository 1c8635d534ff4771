/* What is wrong with a style, all of it, told in the order of the files and lines. Knows no field. */
#ifndef STYLE_FAULTS_H
#define STYLE_FAULTS_H

#include "../base/error.h"
#include "../base/memory.h"

enum { MOST_FAULTS = 100 };

typedef struct Fault {
    size_t order; /* of finding, for those in one place */
    int file;     /* the order of the files comes before that of their lines */
    dateline_error error;
} Fault;

typedef ARRAY(Fault) Faults;

/* A place for one more, to be filled by error_set or json_fail; NULL when there are enough. */
dateline_error *faults_add(Faults *faults, int file);
/* Sorts and tells them; the first goes to error. False if there is any. tell may be NULL. */
bool faults_tell(Faults *faults, dateline_tell tell, void *context, dateline_error *error);

#endif
