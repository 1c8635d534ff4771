/*
 * See join.h. All ends of strands are sorted along the tear. Between one and the next the tear lies inside
 * the polygon and outside it by turns, so each end has one neighbour across a piece inside, and following
 * strand, piece, strand, piece always comes back to where it began: nothing has to be proved about the rings.
 * Which pieces are inside is put to the vote of the ends, since a ring has its inside on its right hand.
 */
#include "join.h"

#include "../base/memory.h"
#include "cover.h"

#include <math.h>
#include <stdlib.h>

/* One end of a strand. */
typedef struct Stop {
    double turn;
    size_t strand;
    bool entering;
} Stop;

typedef struct Stops {
    Stop *items;
    size_t count, capacity;
    double length;  /* of the whole tear */
    size_t inside;  /* 0 or 1: pieces from an even or an odd stop to the next one lie inside */
    size_t *places; /* of each strand's start (2 i) and end (2 i + 1) among the stops */
} Stops;

static int compare_stops(const void *a, const void *b) {
    const Stop *s = a, *t = b;
    if (s->turn != t->turn) return s->turn < t->turn ? -1 : 1;
    if (s->strand != t->strand) return s->strand < t->strand ? -1 : 1;
    return (int)s->entering - (int)t->entering;
}

static size_t stop_after(const Stops *stops, size_t i) {
    return i + 1 < stops->count ? i + 1 : 0;
}

static size_t stop_before(const Stops *stops, size_t i) {
    return i > 0 ? i - 1 : stops->count - 1;
}

static double gap_after(const Stops *stops, size_t i) {
    if (i + 1 < stops->count) return stops->items[i + 1].turn - stops->items[i].turn;
    return stops->items[0].turn + stops->length - stops->items[i].turn;
}

/* Ends no farther apart than this may stand in the wrong order, by rounding. */
static const double TIE = 1e-11;

/* An end's vote weighs as much as the nearer of
 * its neighbours is far. */
static double vote_for_even(const Stops *stops) {
    double vote = 0;
    for (size_t i = 0; i < stops->count; i++) {
        double before = gap_after(stops, stop_before(stops, i)), after = gap_after(stops, i);
        double weight = fmin(before, after);
        if (weight < TIE) continue;
        bool even = (i & 1) == 0;
        vote += even == stops->items[i].entering ? weight : -weight;
    }
    return vote;
}

static double even_length(const Stops *stops) {
    double sum = 0;
    for (size_t i = 0; i < stops->count; i += 2) sum += gap_after(stops, i);
    return sum;
}

static size_t widest_gap(const Stops *stops) {
    size_t widest = 0;
    for (size_t i = 1; i < stops->count; i++)
        if (gap_after(stops, i) > gap_after(stops, widest)) widest = i;
    return widest;
}

/* Without a clear vote the rings themselves are asked. */
static void decide_inside(Stops *stops, const Projector *projector, const LonLats *rings, size_t count) {
    double vote = vote_for_even(stops), even = even_length(stops) / stops->length;
    stops->inside = vote > 0 ? 0 : 1;
    if (vote == 0) {
        size_t widest = widest_gap(stops);
        double turn = fmod(stops->items[widest].turn + gap_after(stops, widest) / 2, stops->length);
        bool covered = polygon_covers(projector, rings, count, turn);
        stops->inside = covered ? widest & 1 : 1 - (widest & 1);
    } else if ((vote > 0 ? even : 1 - even) > 0.9 && polygon_is_turned_over(rings, count)) {
        stops->inside = 1 - stops->inside;
    }
}

/* Whether the order of a stop among the others lets a strand enter there, the polygon on its right hand. */
static bool fits(const Stops *stops, size_t place, size_t stop) {
    return ((place & 1) == stops->inside) == stops->items[stop].entering;
}

/* Puts ends that share a place in the order in which strands keep their direction. */
static void settle_ties(Stops *stops) {
    for (size_t i = 0; i < stops->count; i++) {
        if (fits(stops, i, i)) continue;
        for (size_t k = i + 1; k < stops->count && stops->items[k].turn - stops->items[i].turn < TIE; k++) {
            if (fits(stops, k, k) || !fits(stops, i, k)) continue;
            Stop moved = stops->items[i];
            stops->items[i] = stops->items[k];
            stops->items[k] = moved;
            break;
        }
    }
}

static void gather_stops(Stops *stops, const Cut *cut) {
    stops->length = tear_length(cut->projector);
    for (size_t i = 0; i < cut->pieces.count; i++) {
        array_push(stops, (Stop){cut->pieces.items[i].start, i, true});
        array_push(stops, (Stop){cut->pieces.items[i].end, i, false});
    }
    qsort(stops->items, stops->count, sizeof *stops->items, compare_stops);
}

static void number_places(Stops *stops) {
    stops->places = memory_new(sizeof *stops->places * stops->count);
    for (size_t i = 0; i < stops->count; i++)
        stops->places[2 * stops->items[i].strand + !stops->items[i].entering] = i;
}

static void trace_strand(Trace *trace, const Cut *cut, const Strand *strand, bool forward, bool starting) {
    const Spot *spots = cut->spots.items + strand->first;
    for (size_t i = 0; i < strand->count; i++) {
        Spot spot = spots[forward ? i : strand->count - 1 - i];
        if (starting && i == 0)
            trace_start(trace, spot);
        else
            trace_to(trace, spot);
    }
}

/* Follows one ring from the start of a strand until it is back there. */
static void trace_ring(const Cut *cut, const Stops *stops, bool *used, size_t strand, Trace *trace) {
    size_t begin = stops->places[2 * strand], at = begin;
    do {
        const Stop *from = &stops->items[at];
        used[from->strand] = true;
        trace_strand(trace, cut, &cut->pieces.items[from->strand], from->entering, at == begin);
        size_t end = stops->places[2 * from->strand + from->entering];
        bool onward = (end & 1) == stops->inside;
        at = onward ? stop_after(stops, end) : stop_before(stops, end);
        double past = onward && at < end ? stops->length : !onward && at > end ? -stops->length : 0;
        tear_follow(trace, stops->items[end].turn, stops->items[at].turn + past);
    } while (at != begin);
}

void join_strands(const Cut *cut, const LonLats *rings, size_t count, Trace *trace, Outline *outline) {
    if (cut->pieces.count == 0) return;
    Stops stops = {0};
    gather_stops(&stops, cut);
    decide_inside(&stops, cut->projector, rings, count);
    settle_ties(&stops);
    number_places(&stops);
    bool *used = memory_new(cut->pieces.count);
    for (size_t i = 0; i < cut->pieces.count; i++) used[i] = false;
    for (size_t i = 0; i < cut->pieces.count; i++) {
        if (used[i]) continue;
        trace_ring(cut, &stops, used, i, trace);
        trace_add_ring(trace, outline);
    }
    free(used);
    free(stops.places);
    array_free(&stops);
}
