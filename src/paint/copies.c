/* See copies.h. */
#include "copies.h"

#include <stdlib.h>
#include <string.h>

enum { HASH_BITS = 13, DEPTH = 4, LONG_ENOUGH = 24, KEY = 4 };

/* Bytes of one value, up to where another begins. */
typedef struct Run {
    uint32_t start, end;
    uint32_t before; /* the last one that ended alike, and one more; 0 for none */
} Run;

typedef struct Finder {
    const uint8_t *bytes;
    size_t end, row;
    ARRAY(Run) runs;
    uint32_t heads[1 << HASH_BITS]; /* the last run that ended so, and one more; 0 for none */
    size_t at;                      /* the run that is under way */
    size_t last;                    /* the distance of the last copy */
} Finder;

typedef struct Copy {
    size_t length, distance;
    long worth;
} Copy;

static inline size_t run_end(const uint8_t *bytes, size_t at, size_t end) {
    if (at + 1 == end || bytes[at + 1] != bytes[at]) return at + 1; /* as most are */
    uint64_t all = bytes[at] * UINT64_C(0x0101010101010101), next;
    for (at++; at + 8 <= end; at += 8) {
        memcpy(&next, bytes + at, sizeof next);
        if (next != all) return at + (size_t)(__builtin_ctzll(next ^ all) >> 3);
    }
    while (at < end && bytes[at] == (uint8_t)all) at++;
    return at;
}

static void find_runs(Finder *finder, size_t first) {
    for (size_t at = first, end; at < finder->end; at = end) {
        end = run_end(finder->bytes, at, finder->end);
        array_push(&finder->runs, (Run){(uint32_t)at, (uint32_t)end, 0});
    }
}

/* The last byte of a run and the next three tell where it may have ended before. */
static inline uint32_t key_of(const Finder *finder, const Run *run) {
    uint32_t word = finder->bytes[run->end - 1];
    if (run->end + KEY <= finder->end) memcpy(&word, finder->bytes + run->end - 1, sizeof word);
    return word * 2654435761u >> (32 - HASH_BITS);
}

static inline void pass(Finder *finder, size_t at) {
    while (finder->at < finder->runs.count && finder->runs.items[finder->at].end <= at) {
        Run *run = &finder->runs.items[finder->at++];
        uint32_t key = key_of(finder, run);
        run->before = finder->heads[key];
        finder->heads[key] = (uint32_t)finder->at;
    }
}

/* How many bytes are alike, at most so many. */
static inline size_t alike(const uint8_t *a, const uint8_t *b, size_t most) {
    size_t count = 0;
    for (uint64_t one, other; count + 8 <= most; count += 8) {
        memcpy(&one, a + count, sizeof one);
        memcpy(&other, b + count, sizeof other);
        if (one != other) return count + (size_t)(__builtin_ctzll(one ^ other) >> 3);
    }
    while (count < most && a[count] == b[count]) count++;
    return count;
}

/* Bytes saved count more than what it takes to say from where. */
static inline void consider(Copy *best, size_t length, size_t distance, bool again) {
    enum { BYTE = 3 };
    if (length < DEFLATE_LEAST || distance > DEFLATE_FARTHEST) return;
    long worth = (long)length * BYTE - (again ? 0 : deflate_distance_bits((unsigned)distance));
    if (worth > best->worth) *best = (Copy){length, distance, worth};
}

static inline void look_back(const Finder *finder, size_t at, size_t distance, size_t most, bool again,
                             Copy *best) {
    const uint8_t *here = finder->bytes + at;
    if (distance > at || !distance) return;
    if (best->length >= most || here[best->length] != (here - distance)[best->length]) return;
    consider(best, alike(here, here - distance, most), distance, again);
}

/* Earlier runs that ended as the one under way does, and were as long as what is left of it. */
static inline void look_up(const Finder *finder, size_t at, size_t most, Copy *best) {
    const Run *run = &finder->runs.items[finder->at];
    size_t left = run->end - at;
    uint32_t next = finder->heads[key_of(finder, run)];
    for (int i = 0; next && i < DEPTH; i++) {
        const Run *other = &finder->runs.items[next - 1];
        size_t distance = run->end - other->end;
        if (distance > DEFLATE_FARTHEST) return;
        next = other->before;
        if (other->end - other->start < left || best->length >= most) continue;
        const uint8_t *here = finder->bytes + at;
        if (here[best->length] != (here - distance)[best->length]) continue;
        consider(best, left + alike(here + left, here + left - distance, most - left), distance, false);
    }
}

static Copy find_copy(Finder *finder, size_t at) {
    Copy best = {0, 0, 0};
    pass(finder, at);
    const Run *run = &finder->runs.items[finder->at];
    size_t left = run->end - at, most = finder->end - at;
    if (most > DEFLATE_LONGEST) most = DEFLATE_LONGEST;
    if (at && finder->bytes[at - 1] == finder->bytes[at])
        consider(&best, left < most ? left : most, 1, finder->last == 1);
    look_back(finder, at, finder->last, most, true, &best);
    look_back(finder, at, finder->row, most, false, &best);
    if (left < most) look_up(finder, at, most, &best);
    return best;
}

static void find_tokens(Finder *finder, size_t first, Tokens *tokens) {
    Copy copy = {0, 0, 0};
    for (size_t at = first; at < finder->end;) {
        if (!copy.length) copy = find_copy(finder, at);
        Copy next = {0, 0, 0};
        if (copy.length && copy.length < LONG_ENOUGH && at + 1 < finder->end)
            next = find_copy(finder, at + 1);
        if (!copy.length || next.length > copy.length + 1) {
            array_push(tokens, (Token){0, finder->bytes[at++]});
            copy = next;
            continue;
        }
        array_push(tokens, (Token){(uint16_t)copy.length, (uint16_t)(copy.distance - 1)});
        at += copy.length;
        finder->last = copy.distance;
        copy = (Copy){0, 0, 0};
    }
}

void copies_find(const uint8_t *bytes, size_t first, size_t end, size_t row, Tokens *tokens) {
    Finder *finder = memory_new_zeroed(sizeof *finder);
    finder->bytes = bytes;
    finder->end = end;
    finder->row = row;
    finder->last = row;
    find_runs(finder, first > DEFLATE_FARTHEST ? first - DEFLATE_FARTHEST : 0);
    find_tokens(finder, first, tokens);
    array_free(&finder->runs);
    free(finder);
}
