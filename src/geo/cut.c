/* See cut.h. */
#include "cut.h"

#include "../base/memory.h"

#include <stdlib.h>

static void add_spot(Cut *cut, Spot spot) {
    array_push(&cut->spots, spot);
}

/* Adds the turned positions; true if the tear may cut them. */
static bool add_turned(Cut *cut, LonLats positions, bool closed) {
    size_t first = cut->spots.count;
    array_reserve(&cut->spots, first + positions.count);
    cut->spots.count += positions.count;
    spots_of(cut->projector, positions, cut->spots.items + first);
    return tear_may_cut(cut->projector, cut->spots.items + first, positions.count, closed);
}

static void begin_strand(Cut *cut, double start) {
    array_push(&cut->pieces, (Strand){.first = cut->spots.count, .start = start});
}

static void end_strand(Cut *cut, double end) {
    Strand *strand = &cut->pieces.items[cut->pieces.count - 1];
    strand->count = cut->spots.count - strand->first;
    strand->end = end;
}

/* Walks count spots from first on, and back to the first one if closed, writing strands behind them. */
static void add_strands(Cut *cut, size_t first, size_t count, bool closed) {
    bool drawing = spot_is_shown(cut->projector, cut->spots.items[first]);
    if (drawing) {
        begin_strand(cut, 0);
        add_spot(cut, cut->spots.items[first]);
    }
    for (size_t i = 0; i + (closed ? 0 : 1) < count; i++) {
        Spot to = cut->spots.items[first + (i + 1 < count ? i + 1 : 0)];
        Passage passages[MOST_PASSAGES];
        int passage_count = 0;
        if (tear_is_near(cut->projector, cut->spots.items[first + i], to))
            passage_count = tear_passages(cut->projector, cut->spots.items[first + i], to, passages);
        for (int k = 0; k < passage_count; k++) {
            drawing = passages[k].entering;
            if (drawing) begin_strand(cut, passages[k].turn);
            add_spot(cut, passages[k].spot);
            if (!drawing) end_strand(cut, passages[k].turn);
        }
        if (drawing) add_spot(cut, to);
    }
    if (drawing) end_strand(cut, 0);
}

/* A ring that begins where it is shown was cut there for no reason: its last strand runs on into its first.
 */
static void join_ends(Cut *cut, size_t first_piece) {
    Strand *head = &cut->pieces.items[first_piece], *tail = &cut->pieces.items[cut->pieces.count - 1];
    array_reserve(&cut->spots, cut->spots.count + head->count);
    for (size_t i = 1; i < head->count; i++) add_spot(cut, cut->spots.items[head->first + i]);
    tail->count += head->count - 1;
    tail->end = head->end;
    *head = *tail;
    cut->pieces.count--;
}

void cut_ring(Cut *cut, LonLats ring) {
    if (ring.count < 3) return;
    size_t first = cut->spots.count, first_piece = cut->pieces.count;
    bool near = add_turned(cut, ring, true);
    bool shown = spot_is_shown(cut->projector, cut->spots.items[first]);
    Strand whole = {.first = first, .count = ring.count};
    if (near) {
        add_strands(cut, first, ring.count, true);
        size_t pieces = cut->pieces.count - first_piece;
        if (pieces > 1 && shown) join_ends(cut, first_piece);
        if (pieces > 1 || (pieces == 1 && !shown)) return;
        cut->pieces.count = first_piece;
        cut->spots.count = first + ring.count;
    }
    if (shown)
        array_push(&cut->whole, whole);
    else
        array_push(&cut->hidden, whole);
}

void cut_line(Cut *cut, LonLats line) {
    if (line.count < 2) return;
    size_t first = cut->spots.count;
    if (add_turned(cut, line, false))
        add_strands(cut, first, line.count, false);
    else if (spot_is_shown(cut->projector, cut->spots.items[first]))
        array_push(&cut->pieces, (Strand){.first = first, .count = line.count});
}

void cut_free(Cut *cut) {
    array_free(&cut->spots);
    array_free(&cut->whole);
    array_free(&cut->hidden);
    array_free(&cut->pieces);
}
