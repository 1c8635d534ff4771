/* See sphere.h; also distances, of geo.h. */
#include "sphere.h"

#include "quarter.h"

static const double RADIAN = M_PI / 180;

Vector vector_at(double lambda, double phi) {
    double sin_lambda, cos_lambda, sin_phi, cos_phi;
    half_sincos(lambda, &sin_lambda, &cos_lambda);
    half_sincos(phi, &sin_phi, &cos_phi);
    return (Vector){cos_phi * cos_lambda, cos_phi * sin_lambda, sin_phi};
}

void vector_angles(Vector v, double *lambda, double *phi) {
    *lambda = atan2(v.y, v.x);
    *phi = fabs(v.z) < 0.8 ? asin(v.z) : atan2(v.z, sqrt(v.x * v.x + v.y * v.y));
}

double vector_dot(Vector a, Vector b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Vector vector_cross(Vector a, Vector b) {
    return (Vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

Vector vector_unit(Vector v) {
    double length = sqrt(vector_dot(v, v));
    if (!(length > 1e-300)) return (Vector){1, 0, 0};
    return (Vector){v.x / length, v.y / length, v.z / length};
}

LonLat lonlat_mended(LonLat position) {
    if (!(fabs(position.lon) <= 180))
        position.lon = isfinite(position.lon) ? remainder(position.lon, 360) : 0;
    if (!(fabs(position.lat) <= 90)) position.lat = isnan(position.lat) ? 0 : copysign(90, position.lat);
    return position;
}

double angle_wrapped(double angle) {
    if (angle > M_PI) return angle - 2 * M_PI;
    return angle < -M_PI ? angle + 2 * M_PI : angle;
}

/* The part of v at right angles to the unit vector a; for one along a, anything at right angles. */
static Vector square_part(Vector v, Vector a) {
    double along = vector_dot(v, a);
    Vector part = {v.x - along * a.x, v.y - along * a.y, v.z - along * a.z};
    if (vector_dot(part, part) > 1e-30) return part;
    return vector_cross(a, fabs(a.z) < 0.9 ? (Vector){0, 0, 1} : (Vector){0, 1, 0});
}

GreatArc great_arc(Vector a, Vector b) {
    Vector cross = vector_cross(a, b);
    double length = atan2(sqrt(vector_dot(cross, cross)), vector_dot(a, b));
    return (GreatArc){a, vector_unit(square_part(b, a)), length};
}

Vector great_arc_at(const GreatArc *arc, double angle) {
    double s, c;
    sincos(angle, &s, &c);
    Vector a = arc->from, t = arc->tangent;
    return (Vector){a.x * c + t.x * s, a.y * c + t.y * s, a.z * c + t.z * s};
}

bool great_arc_level(const GreatArc *arc, Vector axis, double level, bool rising, double *angle) {
    double start = vector_dot(arc->from, axis), slope = vector_dot(arc->tangent, axis);
    double most = hypot(start, slope);
    if (!(fabs(level) <= most)) return false;
    double peak = atan2(slope, start), away = acos(level / most);
    double at = rising ? peak - away : peak + away;
    *angle = at < 0 ? at + 2 * M_PI : at >= 2 * M_PI ? at - 2 * M_PI : at;
    return true;
}

Rotation rotation_to(Center center) {
    LonLat at = lonlat_safe((LonLat){center.lon, center.lat});
    double roll = isfinite(center.roll) ? remainder(center.roll, 360) : 0;
    double sl, cl, sp, cp, sr, cr;
    sincos(at.lon * RADIAN, &sl, &cl);
    sincos(at.lat * RADIAN, &sp, &cp);
    sincos(roll * RADIAN, &sr, &cr);
    Vector ahead = {cp * cl, cp * sl, sp}, east = {-sl, cl, 0}, north = {-sp * cl, -sp * sl, cp};
    Rotation rotation = {.about_axis = at.lat == 0 && roll == 0, .lon = at.lon};
    rotation.rows[0] = ahead;
    rotation.rows[1] = (Vector){cr * east.x + sr * north.x, cr * east.y + sr * north.y, sr * north.z};
    rotation.rows[2] = (Vector){cr * north.x - sr * east.x, cr * north.y - sr * east.y, cr * north.z};
    return rotation;
}

Vector rotation_turn(const Rotation *rotation, LonLat position) {
    Vector v = vector_at(position.lon * RADIAN, position.lat * RADIAN);
    return (Vector){vector_dot(rotation->rows[0], v), vector_dot(rotation->rows[1], v),
                    vector_dot(rotation->rows[2], v)};
}

LonLat rotation_back(const Rotation *rotation, Vector v) {
    const Vector *r = rotation->rows;
    Vector back = {r[0].x * v.x + r[1].x * v.y + r[2].x * v.z, r[0].y * v.x + r[1].y * v.y + r[2].y * v.z,
                   r[0].z * v.x + r[1].z * v.y + r[2].z * v.z};
    double lambda, phi;
    vector_angles(back, &lambda, &phi);
    return (LonLat){lambda / RADIAN, phi / RADIAN};
}

double sphere_distance(LonLat a, LonLat b) {
    a = lonlat_safe(a);
    b = lonlat_safe(b);
    Vector from = vector_at(a.lon * RADIAN, a.lat * RADIAN), to = vector_at(b.lon * RADIAN, b.lat * RADIAN);
    return great_arc(from, to).length / RADIAN;
}
