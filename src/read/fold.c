/* See fold.h. Greek and further scripts pass as they are. */
#include "fold.h"

#include "../base/text.h"

typedef struct Range {
    uint32_t first, last;
    LetterKind kind;
} Range;

/* Ascending; what is in none of them is a letter without case. */
static const Range ranges[] = {
    {0x7F, 0x84, LETTER_OTHER},          {0x85, 0x85, LETTER_NEWLINE},
    {0x86, 0x9F, LETTER_OTHER},          {0xA0, 0xA0, LETTER_SPACE},
    {0xA1, 0xA1, LETTER_OTHER},          {0xA2, 0xA9, LETTER_OTHER},
    {0xAA, 0xAA, LETTER_LOWER},          {0xAB, 0xAB, LETTER_QUOTE},
    {0xAC, 0xAC, LETTER_OTHER},          {0xAD, 0xAD, LETTER_MARK},
    {0xAE, 0xB6, LETTER_OTHER},          {0xB7, 0xB7, LETTER_BULLET},
    {0xB8, 0xB9, LETTER_OTHER},          {0xBA, 0xBA, LETTER_LOWER},
    {0xBB, 0xBB, LETTER_QUOTE},          {0xBC, 0xBF, LETTER_OTHER},
    {0xC0, 0xD6, LETTER_UPPER},          {0xD7, 0xD7, LETTER_OTHER},
    {0xD8, 0xDE, LETTER_UPPER},          {0xF7, 0xF7, LETTER_OTHER},
    {0x2BC, 0x2BC, LETTER_APOSTROPHE},   {0x300, 0x36F, LETTER_MARK},
    {0x386, 0x386, LETTER_UPPER},        {0x388, 0x38F, LETTER_UPPER},
    {0x391, 0x3AB, LETTER_UPPER},        {0x400, 0x42F, LETTER_UPPER},
    {0x591, 0x5BD, LETTER_MARK},         {0x60C, 0x60C, LETTER_COMMA},
    {0x610, 0x61A, LETTER_MARK},         {0x61B, 0x61B, LETTER_SEMICOLON},
    {0x61F, 0x61F, LETTER_STOP},         {0x640, 0x640, LETTER_MARK},
    {0x64B, 0x65F, LETTER_MARK},         {0x660, 0x669, LETTER_DIGIT},
    {0x66A, 0x66A, LETTER_OTHER},        {0x66B, 0x66C, LETTER_OTHER},
    {0x670, 0x670, LETTER_MARK},         {0x6D4, 0x6D4, LETTER_STOP},
    {0x6F0, 0x6F9, LETTER_DIGIT},        {0x2000, 0x200F, LETTER_SPACE},
    {0x2010, 0x2011, LETTER_HYPHEN},     {0x2012, 0x2015, LETTER_DASH},
    {0x2018, 0x2019, LETTER_APOSTROPHE}, {0x201A, 0x201A, LETTER_QUOTE},
    {0x201B, 0x201B, LETTER_APOSTROPHE}, {0x201C, 0x201F, LETTER_QUOTE},
    {0x2020, 0x2021, LETTER_OTHER},      {0x2022, 0x2023, LETTER_BULLET},
    {0x2024, 0x2027, LETTER_OTHER},      {0x2028, 0x2029, LETTER_NEWLINE},
    {0x202A, 0x202F, LETTER_SPACE},      {0x2030, 0x2038, LETTER_OTHER},
    {0x2039, 0x203A, LETTER_QUOTE},      {0x203B, 0x205E, LETTER_OTHER},
    {0x205F, 0x206F, LETTER_SPACE},      {0x20A0, 0x20CF, LETTER_OTHER},
    {0x20D0, 0x20FF, LETTER_MARK},       {0x2190, 0x259F, LETTER_OTHER},
    {0x25A0, 0x25FF, LETTER_BULLET},     {0x2600, 0x2BFF, LETTER_OTHER},
    {0x3000, 0x3000, LETTER_SPACE},      {0x3001, 0x3001, LETTER_COMMA},
    {0x3002, 0x3002, LETTER_STOP},       {0x3005, 0x3007, LETTER_IDEOGRAPH},
    {0x3008, 0x3011, LETTER_QUOTE},      {0x3014, 0x301F, LETTER_QUOTE},
    {0x3040, 0x30FF, LETTER_IDEOGRAPH},  {0x3400, 0x4DBF, LETTER_IDEOGRAPH},
    {0x4E00, 0x9FFF, LETTER_IDEOGRAPH},  {0xD800, 0xDFFF, LETTER_OTHER},
    {0xF900, 0xFAFF, LETTER_IDEOGRAPH},  {0xFE00, 0xFE0F, LETTER_MARK},
    {0xFEFF, 0xFEFF, LETTER_SPACE},      {0xFF01, 0xFF01, LETTER_STOP},
    {0xFF08, 0xFF08, LETTER_OPEN},       {0xFF09, 0xFF09, LETTER_CLOSE},
    {0xFF0C, 0xFF0C, LETTER_COMMA},      {0xFF0D, 0xFF0D, LETTER_HYPHEN},
    {0xFF0E, 0xFF0E, LETTER_STOP},       {0xFF10, 0xFF19, LETTER_DIGIT},
    {0xFF1A, 0xFF1A, LETTER_COLON},      {0xFF1B, 0xFF1B, LETTER_SEMICOLON},
    {0xFF1F, 0xFF1F, LETTER_STOP},       {0xFFF0, 0xFFFF, LETTER_OTHER},
    {0x1F000, 0x1FAFF, LETTER_OTHER},    {0x20000, 0x3FFFF, LETTER_IDEOGRAPH},
    {0xE0000, 0x10FFFF, LETTER_OTHER},
};

/* ASCII alone is most of most articles. */
const uint8_t ascii_kinds[128] = {
    LETTER_OTHER, LETTER_OTHER, LETTER_OTHER, LETTER_OTHER,     LETTER_OTHER,      LETTER_OTHER, LETTER_OTHER,
    LETTER_OTHER, LETTER_OTHER, LETTER_SPACE, LETTER_NEWLINE,   LETTER_SPACE,      LETTER_SPACE, LETTER_SPACE,
    LETTER_SPACE, LETTER_SPACE, LETTER_SPACE, LETTER_SPACE,     LETTER_SPACE,      LETTER_SPACE, LETTER_SPACE,
    LETTER_SPACE, LETTER_SPACE, LETTER_SPACE, LETTER_SPACE,     LETTER_SPACE,      LETTER_SPACE, LETTER_SPACE,
    LETTER_SPACE, LETTER_SPACE, LETTER_SPACE, LETTER_SPACE,     LETTER_SPACE,      LETTER_STOP,  LETTER_QUOTE,
    LETTER_OTHER, LETTER_OTHER, LETTER_OTHER, LETTER_OTHER,     LETTER_APOSTROPHE, LETTER_OPEN,  LETTER_CLOSE,
    LETTER_SPACE, LETTER_OTHER, LETTER_COMMA, LETTER_HYPHEN,    LETTER_STOP,       LETTER_OTHER, LETTER_DIGIT,
    LETTER_DIGIT, LETTER_DIGIT, LETTER_DIGIT, LETTER_DIGIT,     LETTER_DIGIT,      LETTER_DIGIT, LETTER_DIGIT,
    LETTER_DIGIT, LETTER_DIGIT, LETTER_COLON, LETTER_SEMICOLON, LETTER_OTHER,      LETTER_OTHER, LETTER_OTHER,
    LETTER_STOP,  LETTER_OTHER, LETTER_UPPER, LETTER_UPPER,     LETTER_UPPER,      LETTER_UPPER, LETTER_UPPER,
    LETTER_UPPER, LETTER_UPPER, LETTER_UPPER, LETTER_UPPER,     LETTER_UPPER,      LETTER_UPPER, LETTER_UPPER,
    LETTER_UPPER, LETTER_UPPER, LETTER_UPPER, LETTER_UPPER,     LETTER_UPPER,      LETTER_UPPER, LETTER_UPPER,
    LETTER_UPPER, LETTER_UPPER, LETTER_UPPER, LETTER_UPPER,     LETTER_UPPER,      LETTER_UPPER, LETTER_UPPER,
    LETTER_OPEN,  LETTER_OTHER, LETTER_CLOSE, LETTER_OTHER,     LETTER_SPACE,      LETTER_SPACE, LETTER_LOWER,
    LETTER_LOWER, LETTER_LOWER, LETTER_LOWER, LETTER_LOWER,     LETTER_LOWER,      LETTER_LOWER, LETTER_LOWER,
    LETTER_LOWER, LETTER_LOWER, LETTER_LOWER, LETTER_LOWER,     LETTER_LOWER,      LETTER_LOWER, LETTER_LOWER,
    LETTER_LOWER, LETTER_LOWER, LETTER_LOWER, LETTER_LOWER,     LETTER_LOWER,      LETTER_LOWER, LETTER_LOWER,
    LETTER_LOWER, LETTER_LOWER, LETTER_LOWER, LETTER_LOWER,     LETTER_OTHER,      LETTER_OTHER, LETTER_OTHER,
    LETTER_OTHER, LETTER_OTHER};

#define SAME_4(first) [first] = first, first + 1, first + 2, first + 3
#define FOLD_4(first) [(first)-0x20] = first, first + 1, first + 2, first + 3, SAME_4(first)
const char ascii_folds[256] = {
    SAME_4('0'), SAME_4('4'), ['8'] = '8', ['9'] = '9', FOLD_4('a'), FOLD_4('e'), FOLD_4('i'),
    FOLD_4('m'), FOLD_4('q'), FOLD_4('u'), ['Y'] = 'y', ['Z'] = 'z', ['y'] = 'y', ['z'] = 'z'};

/* Latin Extended-A has pairs of an upper and a lower letter; the parity turns twice. */
static bool is_upper_extended(uint32_t code) {
    bool odd_is_upper = (code >= 0x139 && code <= 0x148) || code >= 0x179;
    return code == 0x178 || ((code & 1) == (odd_is_upper ? 1u : 0u));
}

LetterKind letter_kind(uint32_t code) {
    if (code < 128) return (LetterKind)ascii_kinds[code];
    if (code >= 0x100 && code < 0x17F && code != 0x138 && code != 0x149)
        return is_upper_extended(code) ? LETTER_UPPER : LETTER_LOWER;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ranges[middle].last < code)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < sizeof ranges / sizeof *ranges && ranges[low].first <= code;
    return inside ? ranges[low].kind : LETTER_LOWER;
}

static const char *fold_latin(uint32_t code) {
    static const char *const first[] = {"a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e",
                                        "e", "i", "i", "i", "i", "d", "n",  "o", "o",  "o", "o",
                                        "o", "",  "o", "u", "u", "u", "u",  "y", "th", "ss"};
    static const struct {
        uint32_t last;
        const char *letters;
    } rows[] = {{0x105, "a"}, {0x10D, "c"},  {0x111, "d"}, {0x11B, "e"}, {0x123, "g"}, {0x127, "h"},
                {0x131, "i"}, {0x133, "ij"}, {0x135, "j"}, {0x138, "k"}, {0x142, "l"}, {0x14B, "n"},
                {0x151, "o"}, {0x153, "oe"}, {0x159, "r"}, {0x161, "s"}, {0x167, "t"}, {0x173, "u"},
                {0x175, "w"}, {0x178, "y"},  {0x17E, "z"}, {0x17F, "s"}};
    if (code >= 0xC0 && code <= 0xFE) return first[code & 0x1F];
    if (code == 0xFF) return "y";
    size_t row = 0;
    while (rows[row].last < code) row++;
    return rows[row].letters;
}

/* The accented letters of Vietnamese and a few of Romanian; everything else beyond Latin Extended-A keeps its
 * form. */
static char fold_rarer(uint32_t code) {
    if (code == 0xDF || code == 0x1E9E) return 's';
    if (code == 0x218 || code == 0x219) return 's';
    if (code == 0x21A || code == 0x21B) return 't';
    if (code == 0x1A0 || code == 0x1A1) return 'o';
    if (code == 0x1AF || code == 0x1B0) return 'u';
    if (code < 0x1EA0 || code > 0x1EF9) return 0;
    return code <= 0x1EB7   ? 'a'
           : code <= 0x1EC7 ? 'e'
           : code <= 0x1ECB ? 'i'
           : code <= 0x1EE3 ? 'o'
           : code <= 0x1EF1 ? 'u'
                            : 'y';
}

static uint32_t fold_arabic(uint32_t code) {
    if (code == 0x622 || code == 0x623 || code == 0x625 || code == 0x671)
        return 0x627; /* alef with its signs */
    if (code == 0x649 || code == 0x6CC) return 0x64A;
    if (code == 0x629) return 0x647;
    if (code == 0x6A9) return 0x643;
    return code;
}

static uint32_t fold_case(uint32_t code) {
    if (code >= 0x410 && code <= 0x42F) return code + 0x20;
    if (code == 0x401 || code == 0x451) return 0x435;
    if (code >= 0x400 && code <= 0x40F) return code + 0x50;
    if (code >= 0x391 && code <= 0x3AB) return code + 0x20;
    return code;
}

static uint32_t fold_digit(uint32_t code) {
    if (code >= 0x660 && code <= 0x669) return code - 0x660 + '0';
    if (code >= 0x6F0 && code <= 0x6F9) return code - 0x6F0 + '0';
    if (code >= 0xFF10 && code <= 0xFF19) return code - 0xFF10 + '0';
    return code;
}

int letter_fold(uint32_t code, char *bytes) {
    if (code < 0x80) return bytes[0] = (char)(code >= 'A' && code <= 'Z' ? code + 0x20 : code), 1;
    if (code >= 0xC0 && code <= 0x17F) {
        const char *letters = fold_latin(code);
        int size = 0;
        for (; letters[size]; size++) bytes[size] = letters[size];
        return size;
    }
    char rarer = fold_rarer(code);
    if (rarer) return bytes[0] = rarer, 1;
    if (code != 0x651 && letter_kind(code) == LETTER_MARK) return 0;
    return utf8_put(bytes, fold_digit(fold_case(fold_arabic(code))));
}
