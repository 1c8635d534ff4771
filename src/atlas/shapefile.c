/* See shapefile.h. The format: ESRI Shapefile Technical Description, July 1998; dBASE III tables. */
#include "shapefile.h"

#include "../base/memory.h"
#include "../base/text.h"

#include <errno.h>
#include <math.h>
#include <shapefil.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    HEADER = 100,
    MAGIC = 9994,
    MOST_RECORDS = 1000000,
    MOST_POINTS = 20000000,
    LONGEST_PATH = 4096,
    BUFFER = 1 << 18
};

struct ShapeFile {
    char shp[LONGEST_PATH], dbf[LONGEST_PATH];
    uint64_t shp_size;
    SHPHandle shapes;
    DBFHandle table;
    SHPObject *object;
    ShapeKind kind;
    size_t points_read;
};

static const char *const kind_names[] = {"points", "lines", "polygons"};

static bool fault(const char *path, dateline_error *error, const char *message) {
    return error_set(error, DATELINE_BAD_INPUT, (Place){.source = path}, "%s", message);
}

/* Shapelib would write its complaints to standard error; what goes wrong is told by the caller. */
static void keep_quiet(const char *message) {
    (void)message;
}

/* Shapelib seeks before every record: with a large buffer most of them are in memory already. */
static SAFile open_buffered(const char *path, const char *access) {
    FILE *stream = fopen(path, access);
    if (stream) setvbuf(stream, NULL, _IOFBF, BUFFER);
    return (SAFile)stream;
}

static SAHooks quiet_hooks(void) {
    SAHooks hooks;
    SASetupDefaultHooks(&hooks);
    hooks.FOpen = open_buffered;
    hooks.Error = keep_quiet;
    return hooks;
}

static uint32_t big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint32_t little_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

/* The first bytes of a file and its size. */
static bool read_header(const char *path, unsigned char *header, size_t wanted, uint64_t *size,
                        dateline_error *error) {
    struct stat status;
    FILE *stream = fopen(path, "rb");
    if (!stream) return error_system(error, path, "this part of the shapefile cannot be opened", errno);
    if (fstat(fileno(stream), &status) || !S_ISREG(status.st_mode)) {
        fclose(stream);
        return fault(path, error, "this is not a regular file, as a part of a shapefile must be");
    }
    *size = (uint64_t)status.st_size;
    size_t got = fread(header, 1, wanted, stream);
    fclose(stream);
    return got == wanted || fault(path, error, "the file is cut short: not even its header is whole");
}

static bool is_of_kind(uint32_t type, ShapeKind kind) {
    static const uint32_t base[] = {SHPT_POINT, SHPT_ARC, SHPT_POLYGON};
    return type == base[kind] || type == base[kind] + 10 || type == base[kind] + 20;
}

/* A header states the length of its file in words of 16 bits. */
static bool check_header(const char *path, ShapeKind kind, uint64_t *size, dateline_error *error) {
    unsigned char header[HEADER];
    if (!read_header(path, header, HEADER, size, error)) return false;
    if (big_endian(header) != MAGIC) return fault(path, error, "this is not a part of a shapefile");
    uint64_t stated = 2 * (uint64_t)big_endian(header + 24);
    if (stated > *size || stated < HEADER)
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = path},
                         "the file has %llu bytes where its header says %llu: it is cut short or damaged",
                         (unsigned long long)*size, (unsigned long long)stated);
    if (!is_of_kind(little_endian(header + 32), kind))
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = path},
                         "the shapes are not %s, as they must be", kind_names[kind]);
    return true;
}

static bool check_table(const char *path, dateline_error *error) {
    unsigned char header[32];
    uint64_t size;
    if (!read_header(path, header, sizeof header, &size, error)) return false;
    uint64_t records = little_endian(header + 4);
    uint64_t header_size = (uint64_t)header[8] | (uint64_t)header[9] << 8;
    uint64_t record_size = (uint64_t)header[10] | (uint64_t)header[11] << 8;
    if (header_size < 33 || record_size < 2) return fault(path, error, "this is not a dBASE table");
    if (records > MOST_RECORDS || header_size + records * record_size > size)
        return error_set(
            error, DATELINE_BAD_INPUT, (Place){.source = path},
            "the table says it has %llu records of %llu bytes, which is more than the file holds",
            (unsigned long long)records, (unsigned long long)record_size);
    return true;
}

/* Every record must lie inside the file: the index is not to be trusted. */
static bool check_index(const ShapeFile *file, dateline_error *error) {
    for (int i = 0; i < file->shapes->nRecords; i++) {
        uint64_t end = (uint64_t)file->shapes->panRecOffset[i] + 8 + file->shapes->panRecSize[i];
        if (end > file->shp_size)
            return error_set(
                error, DATELINE_BAD_INPUT, (Place){.source = file->shp},
                "record %d ends behind the end of the file: it is cut short or its .shx is damaged", i + 1);
    }
    return true;
}

/* The same for the fields of the table: their widths must not exceed the record's. */
static bool check_fields(const ShapeFile *file, dateline_error *error) {
    const DBFHandle table = file->table;
    for (int i = 0; i < table->nFields; i++)
        if (table->panFieldOffset[i] < 0 || table->panFieldSize[i] < 0 ||
            table->panFieldOffset[i] + table->panFieldSize[i] > table->nRecordLength)
            return fault(file->dbf, error, "its columns are wider than its records: the table is damaged");
    return true;
}

static bool open_parts(ShapeFile *file, dateline_error *error) {
    SAHooks hooks = quiet_hooks();
    file->shapes = SHPOpenLL(file->shp, "rb", &hooks);
    if (!file->shapes)
        return fault(file->shp, error, "shapelib cannot read the shapes: the file or its .shx is damaged");
    file->table = DBFOpenLL(file->dbf, "rb", &hooks);
    if (!file->table) return fault(file->dbf, error, "shapelib cannot read the table: the file is damaged");
    if (file->shapes->nRecords != file->table->nRecords)
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = file->dbf},
                         "the table has %d records and the .shp %d; they must agree", file->table->nRecords,
                         file->shapes->nRecords);
    if (file->shapes->nRecords > MOST_RECORDS)
        return fault(file->shp, error, "more than a million records are too many");
    SHPSetFastModeReadObject(file->shapes, 1);
    return check_index(file, error) && check_fields(file, error);
}

ShapeFile *shapefile_open(const char *stem, ShapeKind kind, dateline_error *error) {
    ShapeFile *file = memory_new(sizeof *file);
    memset(file, 0, sizeof *file);
    file->kind = kind;
    char shx[LONGEST_PATH];
    uint64_t shx_size;
    if (snprintf(file->shp, LONGEST_PATH, "%s.shp", stem) >= LONGEST_PATH) {
        fault(stem, error, "the path is too long");
        free(file);
        return NULL;
    }
    snprintf(file->dbf, LONGEST_PATH, "%s.dbf", stem);
    snprintf(shx, LONGEST_PATH, "%s.shx", stem);
    if (check_header(file->shp, kind, &file->shp_size, error) && check_header(shx, kind, &shx_size, error) &&
        check_table(file->dbf, error) && open_parts(file, error))
        return file;
    shapefile_close(file);
    return NULL;
}

void shapefile_close(ShapeFile *file) {
    if (!file) return;
    if (file->object) SHPDestroyObject(file->object);
    if (file->shapes) SHPClose(file->shapes);
    if (file->table) DBFClose(file->table);
    free(file);
}

bool shapefile_exists(const char *stem) {
    char path[LONGEST_PATH];
    struct stat status;
    return snprintf(path, sizeof path, "%s.shp", stem) < LONGEST_PATH && !stat(path, &status);
}

size_t shapefile_count(const ShapeFile *file) {
    return (size_t)file->shapes->nRecords;
}

int shapefile_column(const ShapeFile *file, const char *name) {
    return DBFGetFieldIndex(file->table, name);
}

int shapefile_needed_column(const ShapeFile *file, const char *name, dateline_error *error) {
    int column = shapefile_column(file, name);
    if (column < 0)
        error_set(
            error, DATELINE_BAD_INPUT, (Place){.source = file->dbf},
            "the table has no column %s, which is needed; take the files as Natural Earth publishes them",
            name);
    return column;
}

const char *shapefile_text(ShapeFile *file, size_t row, int column, dateline_error *error) {
    const char *text = column < 0 ? "" : DBFReadStringAttribute(file->table, (int)row, column);
    if (!text) {
        fault(file->dbf, error, "a record cannot be read: the table is damaged");
        return NULL;
    }
    size_t size = strlen(text);
    if (utf8_valid_until(text, size) == size) return text;
    char name[XBASE_FLDNAME_LEN_READ + 1] = "";
    DBFGetFieldInfo(file->table, column, name, NULL, NULL);
    error_set(error, DATELINE_BAD_INPUT, (Place){.source = file->dbf},
              "record %zu is not UTF-8 in column %s; convert the table to UTF-8", row + 1, name);
    return NULL;
}

static bool parts_in_order(const SHPObject *object) {
    if (object->nParts < 0 || object->nVertices < 0 || (object->nParts > 0 && object->panPartStart[0] != 0))
        return false;
    for (int i = 1; i < object->nParts; i++)
        if (object->panPartStart[i] < object->panPartStart[i - 1]) return false;
    return object->nParts == 0 || object->panPartStart[object->nParts - 1] <= object->nVertices;
}

/* Natural Earth overshoots 180 in the fourteenth digit; what is farther out is no longitude. */
static bool check_positions(const ShapeFile *file, size_t row, dateline_error *error) {
    const SHPObject *object = file->object;
    for (int i = 0; i < object->nVertices; i++)
        if (!(fabs(object->padfX[i]) <= 180.001 && fabs(object->padfY[i]) <= 90.001)) {
            char lon[64], lat[64];
            number_print(lon, object->padfX[i], 6), number_print(lat, object->padfY[i], 6);
            bool finite = isfinite(object->padfX[i]) && isfinite(object->padfY[i]);
            return error_set(
                error, DATELINE_BAD_INPUT, (Place){.source = file->shp},
                "record %zu has a point at %s, %s, which is no longitude and latitude in degrees", row + 1,
                finite ? lon : "not a number", finite ? lat : "not a number");
        }
    return true;
}

static bool read_object(ShapeFile *file, size_t row, dateline_error *error) {
    if (file->object) SHPDestroyObject(file->object);
    file->object = SHPReadObject(file->shapes, (int)row);
    SHPObject *object = file->object;
    bool sound = object && (object->nSHPType == SHPT_NULL ||
                            (is_of_kind((uint32_t)object->nSHPType, file->kind) && parts_in_order(object)));
    if (!sound)
        return error_set(error, DATELINE_BAD_INPUT, (Place){.source = file->shp}, "record %zu is damaged",
                         row + 1);
    file->points_read += (size_t)object->nVertices;
    if (file->points_read > MOST_POINTS)
        return fault(file->shp, error, "more than 20 million points are too many");
    return object->nSHPType == SHPT_NULL || check_positions(file, row, error);
}

bool shapefile_shape(ShapeFile *file, size_t row, Shape *shape, dateline_error *error) {
    static const int only_start[] = {0};
    *shape = (Shape){0};
    if (!read_object(file, row, error)) return false;
    const SHPObject *object = file->object;
    if (object->nSHPType == SHPT_NULL || object->nVertices == 0) return true;
    bool has_parts = object->nParts > 0;
    *shape = (Shape){object->padfX, object->padfY, (size_t)object->nVertices,
                     has_parts ? object->panPartStart : only_start, has_parts ? (size_t)object->nParts : 1};
    return true;
}
