/* See svg_data.h. Places are whole numbers of the smallest step, so that all arithmetic is exact. */
#include "svg_data.h"

#include <math.h>
#include <stdlib.h>

typedef struct Place {
    int64_t x, y;
} Place;

typedef struct Writer {
    Text *text;
    int64_t unit;      /* smallest steps in a page unit: 10 or 100 */
    Place here, start; /* the pen, and where the part began */
    bool moved;        /* the part's move is still to be written */
    char command;      /* the last one, or 0 where the next must be written */
    bool pointed;      /* the last number has a point, so that ".5" may follow without a space */
    bool first;        /* no number since the command */
    bool any;
} Writer;

static Place place_of(const Writer *writer, Point point) {
    double most = 1e8, unit = (double)writer->unit;
    return (Place){llround(fmax(-most, fmin(most, point.x)) * unit),
                   llround(fmax(-most, fmin(most, point.y)) * unit)};
}

/* As short as it goes: "0.5" is ".5", and a space only where two numbers would run together. */
static void add_number(Writer *writer, int64_t steps) {
    char reversed[32], number[32];
    int count = 0, length = 0;
    int64_t whole = llabs(steps) / writer->unit, part = llabs(steps) % writer->unit;
    bool pointed = part != 0;
    if (pointed && writer->unit == 100 && part % 10) reversed[count++] = (char)('0' + part % 10);
    if (pointed) {
        reversed[count++] = (char)('0' + (writer->unit == 100 ? part / 10 : part));
        reversed[count++] = '.';
    }
    for (; whole || !count; whole /= 10) reversed[count++] = (char)('0' + whole % 10);
    if (steps < 0) reversed[count++] = '-';
    char head = reversed[count - 1];
    if (!writer->first && head != '-' && !(head == '.' && writer->pointed)) number[length++] = ' ';
    while (count) number[length++] = reversed[--count];
    text_add_part(writer->text, number, (size_t)length);
    writer->pointed = pointed;
    writer->first = false;
}

static void set_command(Writer *writer, char command) {
    if (writer->command == command) return;
    text_add_char(writer->text, command);
    writer->command = command;
    writer->first = true;
}

/* The move before the first step of a part; a line may follow "m" without its letter. The first "m" of all
 * counts from the origin. */
static void write_move(Writer *writer) {
    if (!writer->moved) return;
    writer->moved = false;
    writer->command = 0;
    set_command(writer, 'm');
    add_number(writer, writer->start.x - writer->here.x);
    add_number(writer, writer->start.y - writer->here.y);
    writer->here = writer->start;
    writer->any = true;
    writer->command = 'l';
}

static void write_line(Writer *writer, Place to) {
    Place from = writer->moved ? writer->start : writer->here;
    int64_t right = to.x - from.x, down = to.y - from.y;
    if (!right && !down) return;
    write_move(writer);
    set_command(writer, !down ? 'h' : !right ? 'v' : 'l');
    if (right) add_number(writer, right);
    if (down) add_number(writer, down);
    writer->here = to;
}

static void write_curve(Writer *writer, const Point *points) {
    write_move(writer);
    set_command(writer, 'c');
    Place from = writer->here;
    for (int i = 0; i < 3; i++) {
        Place to = place_of(writer, points[i]);
        add_number(writer, to.x - from.x);
        add_number(writer, to.y - from.y);
        writer->here = to;
    }
}

static void write_close(Writer *writer) {
    if (!writer->moved) {
        set_command(writer, 'z');
        writer->here = writer->start;
    }
    writer->command = 0;
    writer->moved = true;
}

static bool has_curves(const Outline *outline) {
    for (size_t i = 0; i < outline->verbs.count; i++)
        if (outline->verbs.items[i] == OUTLINE_CURVE) return true;
    return false;
}

static bool is_closed_next(const Outline *outline, size_t verb) {
    return verb + 1 < outline->verbs.count && outline->verbs.items[verb + 1] == OUTLINE_CLOSE;
}

/* The last line of a closed part is drawn by closing it. */
static void line_to(Writer *writer, Place to, bool closes) {
    if (closes && !writer->moved && to.x == writer->start.x && to.y == writer->start.y) return;
    write_line(writer, to);
}

bool svg_data_add(Text *text, const Outline *outline) {
    Writer writer = {.text = text, .unit = has_curves(outline) ? 100 : 10};
    const Point *point = outline->points.items;
    for (size_t i = 0; i < outline->verbs.count; i++) {
        switch ((OutlineVerb)outline->verbs.items[i]) {
        case OUTLINE_MOVE:
            writer.start = place_of(&writer, *point++);
            writer.moved = true;
            break;
        case OUTLINE_LINE:
            line_to(&writer, place_of(&writer, *point++), is_closed_next(outline, i));
            break;
        case OUTLINE_CURVE:
            write_curve(&writer, point);
            point += 3;
            break;
        case OUTLINE_CLOSE:
            write_close(&writer);
            break;
        }
    }
    return writer.any;
}
