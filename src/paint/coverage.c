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
    int rows = MOST_CELLS / (width + 2);
    *coverage = (Coverage){.width = width, .rows = rows < 1 ? 1 : rows > height ? height : rows};
    size_t cells = (size_t)coverage->rows * (size_t)(width + 2);
    coverage->cells = memory_new_zeroed(cells * sizeof *coverage->cells);
    coverage->left = memory_new((size_t)coverage->rows * 2 * sizeof(int));
    coverage->right = coverage->left + coverage->rows;
}

void coverage_close(Coverage *coverage) {
    free(coverage->cells);
    free(coverage->left);
    *coverage = (Coverage){0};
}

void coverage_rows(Coverage *coverage, int top, int bottom) {
    coverage->top = top;
    coverage->bottom = bottom;
    for (int i = 0; i < bottom - top; i++) coverage->left[i] = INT_MAX, coverage->right[i] = -1;
}

/* A row under way, and what its edges' directions count for. */
typedef struct Row {
    int32_t *cells;
    int width, sign;
    int *left, *right;
} Row;

/* Part of an edge within one column: so many 256ths of its height, and the sum of its ends' distances from
 * the column's left side. */
static inline void add_cell(const Row *row, int column, int height, int sides) {
    if (column >= row->width) return;
    if (column < 0) column = sides = 0;
    int whole = row->sign * height * 2 * ONE, beside = row->sign * height * sides;
    row->cells[column] += whole - beside;
    row->cells[column + 1] += beside;
    if (column < *row->left) *row->left = column;
    if (column + 1 > *row->right) *row->right = column + 1;
}

/* Part of an edge within one row, from left to right. */
static void add_row(const Row *row, int left, int right, int height) {
    int column = left >> BITS, last = right >> BITS, done = 0;
    if (column == last) {
        add_cell(row, column, height, (left & (ONE - 1)) + (right & (ONE - 1)));
        return;
    }
    if (column < -1) column = last < -1 ? last : -1; /* all that is left of the picture counts alike */
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
                   &coverage->left[line], &coverage->right[line]};
        add_row(&row, x < to ? x : to, x < to ? to : x, next - y);
        x = to;
        y = next;
    }
}

void coverage_edge(Coverage *coverage, Point from, Point to) {
    int x0 = fixed(from.x), y0 = fixed(from.y), x1 = fixed(to.x), y1 = fixed(to.y);
    if (y0 < y1)
        add_rows(coverage, &(Edge){x0, y0, x1 - x0, y1 - y0}, 1);
    else if (y0 > y1)
        add_rows(coverage, &(Edge){x1, y1, x0 - x1, y0 - y1}, -1);
}

/* Rounded, so that what neighbours leave of a pixel adds up to it. */
static int covered_by(int sum, WindingRule rule) {
    int area = sum < 0 ? -sum : sum;
    if (rule == RULE_EVEN_ODD) {
        area &= 2 * WHOLE - 1;
        if (area > WHOLE) area = 2 * WHOLE - area;
    } else if (area > WHOLE)
        area = WHOLE;
    return (area + (1 << (WHOLE_BITS - BITS - 1))) >> (WHOLE_BITS - BITS);
}

/* The next cell with anything in it, or end; most of a row is empty. */
static int next_touched(const int32_t *cells, int at, int end) {
    for (uint64_t two; at + 2 <= end; at += 2) {
        memcpy(&two, cells + at, sizeof two);
        if (two) break;
    }
    while (at < end && !cells[at]) at++;
    return at;
}

static void sweep_row(int32_t *cells, int left, int right, int width, int y, WindingRule rule,
                      CoverageSpan span, void *context) {
    int sum = 0, start = left, covered = 0;
    for (int x = next_touched(cells, left, right + 1); x <= right && x < width;
         x = next_touched(cells, x + 1, right + 1)) {
        sum += cells[x];
        cells[x] = 0;
        int here = covered_by(sum, rule);
        if (here == covered) continue;
        if (covered && x > start) span(context, y, start, x, covered);
        start = x;
        covered = here;
    }
    if (covered && width > start) span(context, y, start, width, covered);
    cells[width] = cells[width + 1] = 0;
}

void coverage_sweep(Coverage *coverage, WindingRule rule, CoverageSpan span, void *context) {
    for (int i = 0; i < coverage->bottom - coverage->top; i++) {
        if (coverage->right[i] < 0) continue;
        sweep_row(coverage->cells + (size_t)i * (size_t)(coverage->width + 2), coverage->left[i],
                  coverage->right[i], coverage->width, coverage->top + i, rule, span, context);
        coverage->left[i] = INT_MAX, coverage->right[i] = -1;
    }
}
