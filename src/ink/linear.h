/* Between a channel of sRGB and the light it stands for, 0 to 1 (IEC 61966-2-1). */
#ifndef INK_LINEAR_H
#define INK_LINEAR_H

#include <stdint.h>

double linear_of(uint8_t channel);
uint8_t channel_lit(double linear);

#endif
