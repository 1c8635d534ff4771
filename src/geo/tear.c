/* See tear.h. */
#include "tear.h"

#include <math.h>

static bool has_rim(const Projector *projector) {
    return projector->projection->tear == TEAR_RIM;
}

double tear_length(const Projector *projector) {
    return has_rim(projector) ? 1 : 4;
}

static double arc_angle_held(const GreatArc *arc, double angle) {
    if (angle <= arc->length) return angle;
    return angle > M_PI + arc->length / 2 ? 0 : arc->length;
}

static Passage rim_passage(const GreatArc *arc, double angle, bool entering) {
    Passage passage = {.spot.vector = great_arc_at(arc, angle), .entering = entering};
    double turn = atan2(passage.spot.vector.z, passage.spot.vector.y) / (2 * M_PI);
    passage.turn = turn < 0 ? turn + 1 : turn;
    return passage;
}

static int rim_passages(const Projector *projector, Spot a, Spot b, Passage *passages) {
    static const Vector AHEAD = {1, 0, 0};
    bool from = spot_is_shown(projector, a), to = spot_is_shown(projector, b);
    GreatArc arc = great_arc(a.vector, b.vector);
    double up = 0, down = 0;
    bool rises = great_arc_level(&arc, AHEAD, projector->rim_cosine, true, &up);
    great_arc_level(&arc, AHEAD, projector->rim_cosine, false, &down);
    if (from != to) {
        passages[0] = rim_passage(&arc, arc_angle_held(&arc, to ? up : down), to);
        return 1;
    }
    double first = from ? down : up, second = from ? up : down;
    if (!rises || !(first < second && second < arc.length)) return 0;
    passages[0] = rim_passage(&arc, first, !from);
    passages[1] = rim_passage(&arc, second, from);
    return 2;
}

/* Which turn a spot on the frame of a torn projection has. */
static double frame_turn(const Setting *setting, Spot spot) {
    double height = (spot.phi - setting->south) / (setting->north - setting->south);
    double along = (spot.lambda + M_PI) / (2 * M_PI);
    if (spot.lambda >= M_PI) return 1 + height;
    if (spot.lambda <= -M_PI) return 3 + (1 - height);
    return height > 0.5 ? 2 + (1 - along) : along;
}

static Passage frame_passage(const Projector *projector, Spot spot, bool entering) {
    return (Passage){spot, frame_turn(&projector->setting, spot), entering};
}

static Spot limit_crossing(const Projector *projector, Spot a, Spot b, double limit) {
    static const Vector UP = {0, 0, 1};
    GreatArc arc = great_arc(vector_at(a.lambda, a.phi), vector_at(b.lambda, b.phi));
    double angle = 0;
    great_arc_level(&arc, UP, sin(limit), b.phi > a.phi, &angle);
    Spot spot =
        spot_at(projector, great_arc_at(&arc, arc_angle_held(&arc, angle)), (a.lambda + b.lambda) / 2);
    spot.lambda = fmin(fmax(spot.lambda, fmin(a.lambda, b.lambda)), fmax(a.lambda, b.lambda));
    spot.phi = limit;
    return spot;
}

/* Across the northern or southern limit, on one side of the torn meridian. */
static int limit_passages(const Projector *projector, Spot a, Spot b, Passage *passages) {
    const Setting *setting = &projector->setting;
    bool from = spot_is_shown(projector, a), to = spot_is_shown(projector, b);
    if (from && to) return 0;
    bool both_hidden = !from && !to;
    if (both_hidden && (a.phi > setting->north) == (b.phi > setting->north)) return 0;
    int count = 0;
    if (!from) {
        double limit = a.phi > setting->north ? setting->north : setting->south;
        passages[count++] = frame_passage(projector, limit_crossing(projector, a, b, limit), true);
    }
    if (!to) {
        double limit = b.phi > setting->north ? setting->north : setting->south;
        passages[count++] = frame_passage(projector, limit_crossing(projector, a, b, limit), false);
    }
    return count;
}

/* The latitude at which the arc crosses the torn meridian. */
static double torn_latitude(Spot a, Spot b) {
    if (fabs(a.lambda) >= M_PI) return a.phi;
    if (fabs(b.lambda) >= M_PI) return b.phi;
    Vector v = vector_at(a.lambda, a.phi), w = vector_at(b.lambda, b.phi);
    double share_v = fabs(w.y), share_w = fabs(v.y);
    if (share_v + share_w == 0) return (a.phi + b.phi) / 2;
    double x = v.x * share_v + w.x * share_w, z = v.z * share_v + w.z * share_w;
    return atan2(z, fmax(-x, 0));
}

static int frame_passages(const Projector *projector, Spot a, Spot b, Passage *passages) {
    if (fabs(b.lambda - a.lambda) <= M_PI) return limit_passages(projector, a, b, passages);
    double side = a.lambda > 0 ? M_PI : -M_PI, phi = torn_latitude(a, b);
    Spot out = {.lambda = side, .phi = phi}, in = {.lambda = -side, .phi = phi};
    int count = limit_passages(projector, a, out, passages);
    if (spot_is_shown(projector, out)) {
        passages[count++] = frame_passage(projector, out, false);
        passages[count++] = frame_passage(projector, in, true);
    }
    return count + limit_passages(projector, in, b, passages + count);
}

int tear_passages(const Projector *projector, Spot a, Spot b, Passage passages[MOST_PASSAGES]) {
    return has_rim(projector) ? rim_passages(projector, a, b, passages)
                              : frame_passages(projector, a, b, passages);
}

static double squared_chord(Vector a, Vector b) {
    double dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
    return dx * dx + dy * dy + dz * dz;
}

bool tear_is_near(const Projector *projector, Spot a, Spot b) {
    if (spot_is_shown(projector, a) != spot_is_shown(projector, b)) return true;
    if (!has_rim(projector)) return fabs(b.lambda - a.lambda) > M_PI || fabs(b.phi - a.phi) > 2.5;
    /* An arc bulges by less than its chord: only near the rim, or when long, can it pass in between its ends.
     */
    double gap = a.vector.x - projector->rim_cosine;
    return squared_chord(a.vector, b.vector) > gap * gap;
}

/* Away from the rim by more than the longest edge, no edge reaches it. */
static bool rim_may_cut(const Projector *projector, const Spot *spots, size_t count, bool closed) {
    double least = spots[0].vector.x, most = least, longest = 0;
    Vector last = spots[closed ? count - 1 : 0].vector;
    for (size_t i = 0; i < count; i++) {
        Vector v = spots[i].vector;
        double squared = squared_chord(v, last);
        if (squared > longest) longest = squared;
        if (v.x < least) least = v.x;
        if (v.x > most) most = v.x;
        last = v;
    }
    double gap = fmax(least - projector->rim_cosine, projector->rim_cosine - most);
    return !(gap > 0 && gap * gap > longest);
}

static bool frame_may_cut(const Projector *projector, const Spot *spots, size_t count, bool closed) {
    double south = projector->setting.south, north = projector->setting.north;
    double last = spots[closed ? count - 1 : 0].lambda;
    for (size_t i = 0; i < count; i++) {
        if (fabs(spots[i].lambda - last) > M_PI || spots[i].phi < south || spots[i].phi > north) return true;
        last = spots[i].lambda;
    }
    return false;
}

bool tear_may_cut(const Projector *projector, const Spot *spots, size_t count, bool closed) {
    return has_rim(projector) ? rim_may_cut(projector, spots, count, closed)
                              : frame_may_cut(projector, spots, count, closed);
}

static Spot frame_corner(const Setting *setting, int corner) {
    bool east = corner == 1 || corner == 2, north = corner >= 2;
    return (Spot){.lambda = east ? M_PI : -M_PI, .phi = north ? setting->north : setting->south};
}

static Spot frame_spot(const Setting *setting, double turn) {
    int side = (int)fmin(turn, 3);
    Spot from = frame_corner(setting, side), to = frame_corner(setting, (side + 1) % 4);
    double share = turn - side;
    return (Spot){.lambda = from.lambda + share * (to.lambda - from.lambda),
                  .phi = from.phi + share * (to.phi - from.phi)};
}

Spot tear_spot(const Projector *p, double turn) {
    if (!has_rim(p)) return frame_spot(&p->setting, turn);
    double s, c, rim = sin(p->setting.rim);
    sincos(2 * M_PI * turn, &s, &c);
    return (Spot){.vector = {p->rim_cosine, rim * c, rim * s}};
}

/* From turn to turn by way of the corners between them; the next strand brings the last spot itself. */
static void follow_frame(Trace *trace, double from, double to) {
    const Setting *setting = &trace->projector->setting;
    if (to > from)
        for (int corner = (int)floor(from) + 1; corner < to; corner++)
            trace_along(trace, frame_corner(setting, corner & 3));
    else
        for (int corner = (int)ceil(from) - 1; corner > to; corner--)
            trace_along(trace, frame_corner(setting, corner & 3));
    trace_along(trace, frame_spot(setting, to < 0 ? to + 4 : to > 4 ? to - 4 : to));
}

void tear_follow(Trace *trace, double from, double to) {
    if (has_rim(trace->projector))
        trace_round(trace, from, to);
    else
        follow_frame(trace, from, to);
}

void tear_start(Trace *trace) {
    trace_start(trace, tear_spot(trace->projector, 0));
}
