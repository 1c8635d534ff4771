/* See linear.h. */
#include "linear.h"

#include <math.h>

double linear_of(uint8_t channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

uint8_t channel_lit(double linear) {
    double value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055;
    return (uint8_t)(fmin(fmax(value, 0), 1) * 255 + 0.5);
}
