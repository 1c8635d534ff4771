/* See deflate.h. */
#include "deflate.h"

#include "bits.h"
#include "huffman.h"

enum { END = 256, FIRST_LENGTH = 257, LITERALS = 286, DISTANCES = 30, LENGTH_CODES = 19 };

/* The codes of a block. */
typedef struct Codes {
    uint32_t counts[LITERALS], distance_counts[DISTANCES];
    uint8_t lengths[LITERALS + DISTANCES]; /* of both kinds, one after the other, as the block has them */
    uint16_t codes[LITERALS], distance_codes[DISTANCES];
    int literals, distances; /* how many of each are told */
} Codes;

/* A symbol and what is added to it. */
typedef struct Symbol {
    int symbol, extra, extra_bits;
} Symbol;

static int highest_bit(unsigned value) {
    return 31 - __builtin_clz(value);
}

static inline Symbol symbol_of_length(unsigned length) {
    unsigned rest = length - DEFLATE_LEAST;
    if (length == DEFLATE_LONGEST) return (Symbol){LITERALS - 1, 0, 0};
    if (rest < 8) return (Symbol){FIRST_LENGTH + (int)rest, 0, 0};
    int bits = highest_bit(rest) - 2;
    return (Symbol){FIRST_LENGTH + 4 * bits + (int)(rest >> bits), (int)(rest & ((1u << bits) - 1)), bits};
}

static inline Symbol symbol_of_distance(unsigned rest) {
    if (rest < 4) return (Symbol){(int)rest, 0, 0};
    int bits = highest_bit(rest) - 1;
    return (Symbol){2 * bits + (int)(rest >> bits), (int)(rest & ((1u << bits) - 1)), bits};
}

static void count_symbols(Codes *codes, const Token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!tokens[i].length) {
            codes->counts[tokens[i].value]++;
            continue;
        }
        codes->counts[symbol_of_length(tokens[i].length).symbol]++;
        codes->distance_counts[symbol_of_distance(tokens[i].value).symbol]++;
    }
    codes->counts[END]++;
}

static int count_told(const uint8_t *lengths, int count, int least) {
    while (count > least && !lengths[count - 1]) count--;
    return count;
}

static void make_codes(Codes *codes) {
    uint8_t distance_lengths[DISTANCES];
    huffman_lengths(codes->counts, LITERALS, HUFFMAN_MOST_BITS, codes->lengths);
    huffman_lengths(codes->distance_counts, DISTANCES, HUFFMAN_MOST_BITS, distance_lengths);
    huffman_codes(codes->lengths, LITERALS, codes->codes);
    huffman_codes(distance_lengths, DISTANCES, codes->distance_codes);
    codes->literals = count_told(codes->lengths, LITERALS, FIRST_LENGTH);
    codes->distances = count_told(distance_lengths, DISTANCES, 1);
    memcpy(codes->lengths + codes->literals, distance_lengths, (size_t)codes->distances);
}

/* The lengths of codes as runs: symbols, and what is added to those that repeat. */
typedef struct Runs {
    uint8_t symbols[LITERALS + DISTANCES], extra[LITERALS + DISTANCES];
    int count;
} Runs;

enum { REPEAT = 16, FEW_ZEROS = 17, MANY_ZEROS = 18 };

static void add_run(Runs *runs, int symbol, int extra) {
    runs->symbols[runs->count] = (uint8_t)symbol;
    runs->extra[runs->count++] = (uint8_t)extra;
}

/* One length and how often it comes on end; returns how many of them were told. */
static int tell_run(Runs *runs, int length, int times, bool told) {
    if (!length && times > 10) {
        int most = times > 138 ? 138 : times;
        add_run(runs, MANY_ZEROS, most - 11);
        return most;
    }
    if (!length && times > 2) {
        add_run(runs, FEW_ZEROS, times - 3);
        return times;
    }
    if (told && times > 2) {
        int most = times > 6 ? 6 : times;
        add_run(runs, REPEAT, most - 3);
        return most;
    }
    add_run(runs, length, 0);
    return 1;
}

static void find_runs(const uint8_t *lengths, int count, Runs *runs) {
    for (int i = 0; i < count;) {
        int times = 1;
        while (i + times < count && lengths[i + times] == lengths[i]) times++;
        i += tell_run(runs, lengths[i], times, i > 0 && lengths[i - 1] == lengths[i]);
    }
}

static void put_runs(Bits *bits, const Runs *runs, const uint8_t *lengths, const uint16_t *codes) {
    for (int i = 0; i < runs->count; i++) {
        int symbol = runs->symbols[i];
        bits_put(bits, codes[symbol], lengths[symbol]);
        if (symbol >= REPEAT)
            bits_put(bits, runs->extra[i], symbol == REPEAT ? 2 : symbol == FEW_ZEROS ? 3 : 7);
    }
}

static void put_head(Bits *bits, const Codes *codes, bool last) {
    static const uint8_t order[LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                11, 4,  12, 3, 13, 2, 14, 1, 15};
    Runs runs = {.count = 0};
    uint32_t counts[LENGTH_CODES] = {0};
    uint8_t lengths[LENGTH_CODES];
    uint16_t length_codes[LENGTH_CODES];
    int told = LENGTH_CODES;
    find_runs(codes->lengths, codes->literals + codes->distances, &runs);
    for (int i = 0; i < runs.count; i++) counts[runs.symbols[i]]++;
    huffman_lengths(counts, LENGTH_CODES, 7, lengths);
    huffman_codes(lengths, LENGTH_CODES, length_codes);
    while (told > 4 && !lengths[order[told - 1]]) told--;
    bits_put(bits, (uint64_t)last | 2 << 1, 3);
    bits_put(bits, (uint64_t)(codes->literals - 257), 5);
    bits_put(bits, (uint64_t)(codes->distances - 1), 5);
    bits_put(bits, (uint64_t)(told - 4), 4);
    for (int i = 0; i < told; i++) bits_put(bits, lengths[order[i]], 3);
    put_runs(bits, &runs, lengths, length_codes);
}

static void put_copy(Bits *bits, const Codes *codes, Token token) {
    Symbol length = symbol_of_length(token.length), distance = symbol_of_distance(token.value);
    const uint8_t *distance_lengths = codes->lengths + codes->literals;
    uint64_t value = codes->codes[length.symbol] | (uint64_t)length.extra << codes->lengths[length.symbol];
    int count = codes->lengths[length.symbol] + length.extra_bits;
    value |= (uint64_t)codes->distance_codes[distance.symbol] << count;
    count += distance_lengths[distance.symbol];
    value |= (uint64_t)distance.extra << count;
    bits_put(bits, value, count + distance.extra_bits);
}

static void put_tokens(Bits *bits, const Codes *codes, const Token *tokens, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (tokens[i].length)
            put_copy(bits, codes, tokens[i]);
        else
            bits_put(bits, codes->codes[tokens[i].value], codes->lengths[tokens[i].value]);
    bits_put(bits, codes->codes[END], codes->lengths[END]);
}

/* A token takes at most 48 bits, a block's codes less than a kilobyte. */
void deflate_add(Stream *stream, const Token *tokens, size_t count, bool last) {
    enum { MOST_OF_TOKEN = 6, MOST_OF_HEAD = 1024 };
    size_t wanted = stream->size + MOST_OF_TOKEN * count + MOST_OF_HEAD;
    Codes codes = {.literals = 0};
    if (wanted > stream->capacity) stream->bytes = array_grow(stream->bytes, 1, &stream->capacity, wanted);
    Bits bits = {.bytes = stream->bytes, .size = stream->size};
    count_symbols(&codes, tokens, count);
    make_codes(&codes);
    put_head(&bits, &codes, last);
    put_tokens(&bits, &codes, tokens, count);
    if (!last) bits_put(&bits, 0, 3);
    bits_align(&bits);
    if (!last) bits_put(&bits, 0xFFFF0000, 32);
    stream->size = bits.size;
}
