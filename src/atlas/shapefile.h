/*
 * Shapefiles (.shp, .shx, .dbf) as records of parts and texts. The only file with shapelib, which trusts what
 * it reads: here every size is held against the files before, so that a damaged file is told in one sentence.
 * Knows no meaning of any column.
 */
#ifndef ATLAS_SHAPEFILE_H
#define ATLAS_SHAPEFILE_H

#include "../base/error.h"

typedef struct ShapeFile ShapeFile;

typedef enum ShapeKind { SHAPE_POINTS, SHAPE_LINES, SHAPE_POLYGONS } ShapeKind;

/* The geometry of one record: part i runs from starts[i] to the next one's start. A point is one part.
 * Degrees. */
typedef struct Shape {
    const double *x, *y;
    size_t count;
    const int *starts;
    size_t part_count;
} Shape;

/* Opens stem.shp, stem.shx and stem.dbf. */
ShapeFile *shapefile_open(const char *stem, ShapeKind kind, dateline_error *error);
void shapefile_close(ShapeFile *file);

size_t shapefile_count(const ShapeFile *file);
/* The column's number, or -1 where there is none. */
int shapefile_column(const ShapeFile *file, const char *name);
/* The same, but a missing column is an error. */
int shapefile_needed_column(const ShapeFile *file, const char *name, dateline_error *error);

/* A field without the blanks around it, "" where it is empty or column is -1; borrowed until the next call.
 * NULL with an error where it is not UTF-8. */
const char *shapefile_text(ShapeFile *file, size_t row, int column, dateline_error *error);

/* A record's geometry, borrowed until the next call; no parts for an empty record. */
bool shapefile_shape(ShapeFile *file, size_t row, Shape *shape, dateline_error *error);

/* Whether stem.shp is there at all. */
bool shapefile_exists(const char *stem);

#endif
