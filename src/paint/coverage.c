/* See coverage.h. */
#include "coverage.h"

#include "../base/memory.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Positions are in 256ths of a pixel; a whole pixel weighs 256 rows times 2 x 256 columns. */
enum { BITS = 8, ONE = 1 << BITS, WHOLE_BITS = 2 * BITS + 1, WHOLE = 1 << WHOLE_BITS };
enum { MOST_CELLS = 2 << 20, FARTHEST = 1 << 21 };

void coverage_open(Coverage *coverage, int width, int height) {
    size_t cells = (size_t)(width + 2) * (size_t)height;
    if (cells > MOST_CELLS) cells = MOST_CELLS > width + 2 ? MOST_CELLS : (size_t)width + 2;
    *coverage = (Coverage){.cells = memory_new_large(cells * sizeof *coverage->cells)};
    memset(coverage->cells, 0, cells * sizeof *coverage->cells);
    coverage->first = memory_new((size_t)height * 2 * sizeof(int));
    coverage->last = coverage->first + height;
}

void coverage_close(Coverage *coverage) {
    free(coverage->cells);
    free(coverage->first);
    *coverage = (Coverage){0};
}

void coverage_window(Coverage *coverage, int left, int right, int top, int bottom) {
    int rows = MOST_CELLS / (right - left + 2);
    if (rows < 1) rows = 1;
    coverage->left = left;
    coverage->width = right - left;
    coverage->top = top;
    coverage->bottom = bottom - top > rows ? top + rows : bottom;
    for (int i = 0; i < coverage->bottom - top; i++) coverage->first[i] = INT_MAX, coverage->last[i] = -1;
}

/* A row under way, and what its edges' directions count for. */
typedef struct Row {
    int32_t *cells;
    int width, sign;
    int *first, *last;
} Row;

/* Part of an edge within one column: so many 256ths of its height, and the sum of its ends' distances from
 * the column's left side. */
static inline void add_cell(const Row *row, int column, int height, int sides) {
    if (column >= row->width) return;
    if (column < 0) column = sides = 0;
    int whole = row->sign * height * 2 * ONE, beside = row->sign * height * sides;
    row->cells[column] += whole - beside;
    row->cells[column + 1] += beside;
    if (column < *row->first) *row->first = column;
    if (column + 1 > *row->last) *row->last = column + 1;
}

/* Part of an edge within one row, from left to right. */
static void add_row(const Row *row, int left, int right, int height) {
    int column = left >> BITS, last = right >> BITS, done = 0;
    if (column == last) {
        add_cell(row, column, height, (left & (ONE - 1)) + (right & (ONE - 1)));
        return;
    }
    if (column < -1) column = last < -1 ? last : -1; /* all that is left of the window counts alike */
    for (int from = left & (ONE - 1); column <= last && column < row->width; column++, from = 0) {
        int to = column == last ? right & (ONE - 1) : ONE;
        int64_t along = (int64_t)column * ONE + to - left;
        int until = (int)(along * height / (right - left));
        add_cell(row, column, until - done, from + to);
        done = until;
    }
}

static int32_t fixed(double value) {
    value = value < -FARTHEST ? -FARTHEST : value > FARTHEST ? FARTHEST : value;
    return (int32_t)(value * ONE + (value < 0 ? -0.5 : 0.5));
}

/* Between the heights top and bottom of an edge that begins at (x, y) and covers dx in dy. */
typedef struct Edge {
    int x, y, dx, dy;
} Edge;

static int x_at(const Edge *edge, int y) {
    return edge->x + (int)((int64_t)edge->dx * (y - edge->y) / edge->dy);
}

static void add_rows(Coverage *coverage, const Edge *edge, int sign) {
    int top = coverage->top * ONE, bottom = coverage->bottom * ONE;
    int y = edge->y < top ? top : edge->y, end = edge->y + edge->dy > bottom ? bottom : edge->y + edge->dy;
    int x = y == edge->y ? edge->x : x_at(edge, y);
    while (y < end) {
        int line = (y >> BITS) - coverage->top, next = (y | (ONE - 1)) + 1;
        if (next > end) next = end;
        int to = next == edge->y + edge->dy ? edge->x + edge->dx : x_at(edge, next);
        Row row = {coverage->cells + (size_t)line * (size_t)(coverage->width + 2), coverage->width, sign,
                   &coverage->first[line], &coverage->last[line]};
        add_row(&row, x < to ? x : to, x < to ? to : x, next - y);
        x = to;
        y = next;
    }
}

void coverage_edge(Coverage *coverage, Point from, Point to) {
    int y0 = fixed(from.y), y1 = fixed(to.y), top = coverage->top * ONE, bottom = coverage->bottom * ONE;
    if ((y0 <= top && y1 <= top) || (y0 >= bottom && y1 >= bottom)) return;
    int x0 = fixed(from.x) - coverage->left * ONE, x1 = fixed(to.x) - coverage->left * ONE;
    if (y0 < y1)
        add_rows(coverage, &(Edge){x0, y0, x1 - x0, y1 - y0}, 1);
    else if (y0 > y1)
        add_rows(coverage, &(Edge){x1, y1, x0 - x1, y0 - y1}, -1);
}

/* In 32 steps: finer ones are not seen, and each would be a colour more for a palette to hold. */
enum { STEP_BITS = 3 };

/* Rounded, so that what neighbours leave of a pixel adds up to it. */
static int covered_by(int sum, WindingRule rule) {
    int area = sum < 0 ? -sum : sum;
    if (rule == RULE_EVEN_ODD) {
        area &= 2 * WHOLE - 1;
        if (area > WHOLE) area = 2 * WHOLE - area;
    } else if (area > WHOLE)
        area = WHOLE;
    enum { SHIFT = WHOLE_BITS - BITS + STEP_BITS };
    return (area + (1 << (SHIFT - 1))) >> SHIFT << STEP_BITS;
}

/* The next cell with anything in it, or end; most of a row is empty, but along an edge one follows another.
 */
static inline int next_touched(const int32_t *cells, int at, int end) {
    if (at < end && cells[at]) return at;
    for (uint64_t two; at + 2 <= end; at += 2) {
        memcpy(&two, cells + at, sizeof two);
        if (two) break;
    }
    while (at < end && !cells[at]) at++;
    return at;
}

/* A row under way, told to a span. */
typedef struct Telling {
    CoverageSpan span;
    void *context;
    int y, left; /* of the window on the picture */
} Telling;

static inline void tell(const Telling *telling, int from, int to, int covered) {
    if (covered && to > from)
        telling->span(telling->context, telling->y, telling->left + from, telling->left + to, covered);
}

static void sweep_row(int32_t *cells, int first, int last, int width, WindingRule rule,
                      const Telling *telling) {
    int sum = 0, start = first, covered = 0;
    if (last >= width) last = width - 1;
    for (int x = next_touched(cells, first, last + 1); x <= last; x = next_touched(cells, x + 1, last + 1)) {
        sum += cells[x];
        cells[x] = 0;
        int here = covered_by(sum, rule);
        if (here == covered) continue;
        tell(telling, start, x, covered);
        start = x;
        covered = here;
    }
    tell(telling, start, width, covered);
    cells[width] = 0;
}

void coverage_sweep(Coverage *coverage, WindingRule rule, CoverageSpan span, void *context) {
    size_t stride = (size_t)coverage->width + 2;
    for (int i = 0; i < coverage->bottom - coverage->top; i++) {
        Telling telling = {span, context, coverage->top + i, coverage->left};
        if (coverage->last[i] >= 0)
            sweep_row(coverage->cells + (size_t)i * stride, coverage->first[i], coverage->last[i],
                      coverage->width, rule, &telling);
        coverage->first[i] = INT_MAX, coverage->last[i] = -1;
    }
}
