/* See plane.h. */
#include "plane.h"

#include <math.h>

static const double DEGREE = 0.017453292519943295;

/* Taylor's series to the thirteenth power, right to nine digits between the poles. The library's is slower,
 * and differs in the last digit from processor to processor. */
static double sine(double degrees) {
    double x = degrees * DEGREE, s = x * x;
    return x *
           (1 - s * (1 / 6.0) *
                    (1 - s * (1 / 20.0) *
                             (1 - s * (1 / 42.0) *
                                      (1 - s * (1 / 72.0) * (1 - s * (1 / 110.0) * (1 - s * (1 / 156.0)))))));
}

/* Counts what crosses the meridian between the position and the north pole, so that a ring across 180 degrees
 * needs no care. */
bool plane_contains(LonLats ring, LonLat position) {
    bool inside = false;
    for (size_t i = 0, j = ring.count - 1; i < ring.count; j = i++) {
        double a = plane_turn(position.lon, ring.items[j].lon),
               b = plane_turn(position.lon, ring.items[i].lon);
        if ((a > 0) == (b > 0) || fabs(a - b) > 180) continue;
        double lat = ring.items[j].lat + (ring.items[i].lat - ring.items[j].lat) * a / (a - b);
        if (lat > position.lat) inside = !inside;
    }
    return inside;
}

/* Between a great circle arc and the equator. Short arcs, nearly all there are, need no arc tangent: the
 * difference is under a millionth. */
static double area_under(double turn, double sine_from, double sine_to, LonLat from, LonLat to) {
    if (fabs(turn) < 1) return turn * DEGREE * (sine_from + sine_to) / 2;
    double a = tan(from.lat * DEGREE / 2), b = tan(to.lat * DEGREE / 2);
    return 2 * atan(tan(turn * DEGREE / 2) * (a + b) / (1 + a * b));
}

LineMeasure plane_measure(LonLats line) {
    LonLat last = line.items[0];
    LineMeasure measure = {.south = last.lat, .north = last.lat};
    double last_sine = sine(last.lat);
    for (size_t i = 1; i < line.count; i++) {
        LonLat next = line.items[i];
        double turn = plane_turn(last.lon, next.lon), next_sine = sine(next.lat);
        measure.area += area_under(turn, last_sine, next_sine, last, next);
        measure.turn += turn;
        if (measure.turn < measure.west) measure.west = measure.turn;
        if (measure.turn > measure.east) measure.east = measure.turn;
        if (next.lat < measure.south) measure.south = next.lat;
        if (next.lat > measure.north) measure.north = next.lat;
        last = next;
        last_sine = next_sine;
    }
    return measure;
}

LineMeasure plane_backwards(LineMeasure measure) {
    return (LineMeasure){
        -measure.turn, measure.west - measure.turn, measure.east - measure.turn, measure.south, measure.north,
        -measure.area};
}
