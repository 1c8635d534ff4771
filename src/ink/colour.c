/* See ink.h. Contrast after WCAG 2.2, "relative luminance" and "contrast ratio". */
#include "ink.h"

#include "linear.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

static int digit_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/* Fills value with the digits after '#'; false unless there are 3, 6 or 8 and nothing else. */
static bool read_digits(const char *text, int value[8], size_t *count) {
    *count = strlen(text);
    if (*count != 3 && *count != 6 && *count != 8) return false;
    for (size_t i = 0; i < *count; i++)
        if ((value[i] = digit_value(text[i])) < 0) return false;
    return true;
}

static uint8_t channel_of(const int *digits) {
    return (uint8_t)(digits[0] * 16 + digits[1]);
}

bool colour_parse(const char *text, Colour *colour) {
    *colour = (Colour){0};
    if (strcmp(text, "none") == 0) return true;
    int digits[8];
    size_t count;
    if (text[0] != '#' || !read_digits(text + 1, digits, &count)) return false;
    if (count == 3)
        *colour =
            (Colour){(uint8_t)(digits[0] * 17), (uint8_t)(digits[1] * 17), (uint8_t)(digits[2] * 17), 255};
    else
        *colour = (Colour){channel_of(digits), channel_of(digits + 2), channel_of(digits + 4),
                           count == 8 ? channel_of(digits + 6) : 255};
    return true;
}

char *colour_print(Colour colour, char text[8]) {
    static const char digits[] = "0123456789abcdef";
    const uint8_t channel[] = {colour.red, colour.green, colour.blue};
    text[0] = '#';
    for (int i = 0; i < 3; i++) {
        text[1 + 2 * i] = digits[channel[i] >> 4];
        text[2 + 2 * i] = digits[channel[i] & 15];
    }
    text[7] = 0;
    return text;
}

bool colour_is_visible(Colour colour) {
    return colour.alpha > 0;
}

static double luminance_of(Colour colour) {
    return 0.2126 * linear_of(colour.red) + 0.7152 * linear_of(colour.green) +
           0.0722 * linear_of(colour.blue);
}

double colour_contrast(Colour a, Colour b) {
    double light = luminance_of(a), dark = luminance_of(b);
    if (light < dark) {
        double swap = light;
        light = dark;
        dark = swap;
    }
    return (light + 0.05) / (dark + 0.05);
}
