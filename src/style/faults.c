/* See faults.h. */
#include "faults.h"

#include <stdlib.h>

dateline_error *faults_add(Faults *faults, int file) {
    if (faults->count >= MOST_FAULTS) return NULL;
    Fault fault = {.order = faults->count, .file = file}; /* apart: array_push changes the count */
    array_push(faults, fault);
    return &faults->items[faults->count - 1].error;
}

static int compare(const void *a, const void *b) {
    const Fault *first = a, *second = b;
    if (first->file != second->file) return first->file < second->file ? -1 : 1;
    if (first->error.line != second->error.line) return first->error.line < second->error.line ? -1 : 1;
    if (first->error.column != second->error.column)
        return first->error.column < second->error.column ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

bool faults_tell(Faults *faults, dateline_tell tell, void *context, dateline_error *error) {
    if (faults->count == 0) return true;
    qsort(faults->items, faults->count, sizeof *faults->items, compare);
    if (error && error->status == DATELINE_OK) *error = faults->items[0].error;
    for (size_t i = 0; tell && i < faults->count; i++) tell(context, &faults->items[i].error);
    return false;
}
