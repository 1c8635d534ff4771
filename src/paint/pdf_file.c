/* See pdf_file.h. */
#include "pdf_file.h"

#include "squeeze.h"

#include <stdlib.h>
#include <string.h>

void pdf_begin(PdfFile *file) {
    text_add(&file->bytes,
             "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); /* the second line says that bytes above 127 follow */
}

size_t pdf_reserve(PdfFile *file) {
    array_push(&file->places, 0);
    return file->places.count;
}

void pdf_open(PdfFile *file, size_t number) {
    file->places.items[number - 1] = file->bytes.size;
    text_add_format(&file->bytes, "%zu 0 obj\n", number);
}

void pdf_close(PdfFile *file) {
    text_add(&file->bytes, "\nendobj\n");
}

static void add_stream(PdfFile *file, size_t number, const char *entries, const void *bytes, size_t size) {
    pdf_open(file, number);
    text_add_format(&file->bytes, "<<%s/Length %zu>>\nstream\n", entries, size);
    text_add_part(&file->bytes, bytes, size);
    text_add(&file->bytes, "\nendstream");
    pdf_close(file);
}

void pdf_stream(PdfFile *file, size_t number, const char *entries, const void *bytes, size_t size) {
    Text all = {0};
    size_t squeezed;
    uint8_t *data = squeeze(bytes, size, &squeezed);
    text_add_format(&all, "%s/Filter/FlateDecode", entries);
    add_stream(file, number, all.bytes, data, squeezed);
    text_free(&all);
    free(data);
}

void pdf_plain_stream(PdfFile *file, size_t number, const char *entries, const char *text) {
    add_stream(file, number, entries, text, strlen(text));
}

/* FNV-1a: names the file by what is in it. */
static uint64_t hash_of(const Text *text, uint64_t hash) {
    for (size_t i = 0; i < text->size; i++) hash = (hash ^ (unsigned char)text->bytes[i]) * 1099511628211u;
    return hash;
}

void pdf_end(PdfFile *file, size_t root, size_t info) {
    Text *bytes = &file->bytes;
    unsigned long long first = hash_of(bytes, 14695981039346656037u), second = hash_of(bytes, first);
    size_t table = bytes->size;
    text_add_format(bytes, "xref\n0 %zu\n0000000000 65535 f \n", file->places.count + 1);
    for (size_t i = 0; i < file->places.count; i++)
        text_add_format(bytes, "%010zu 00000 n \n", file->places.items[i]);
    text_add_format(bytes, "trailer\n<</Size %zu/Root %zu 0 R/Info %zu 0 R", file->places.count + 1, root,
                    info);
    text_add_format(bytes, "/ID[<%016llx%016llx><%016llx%016llx>]>>\n", first, second, first, second);
    text_add_format(bytes, "startxref\n%zu\n%%%%EOF\n", table);
}

void pdf_free(PdfFile *file) {
    text_free(&file->bytes);
    array_free(&file->places);
}

void pdf_add_string(Text *text, const char *string) {
    size_t size = strlen(string), at = 0;
    text_add(text, "<FEFF");
    while (at < size) {
        int32_t code = utf8_next(string, size, &at);
        if (code < 0) code = 0xFFFD;
        if (code > 0xFFFF)
            text_add_format(text, "%04X%04X", 0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF));
        else
            text_add_format(text, "%04X", code);
    }
    text_add_char(text, '>');
}
