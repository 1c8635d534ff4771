/* See huffman.h. */
#include "huffman.h"

#include <stdbool.h>
#include <stdlib.h>

typedef struct Leaf {
    uint32_t count;
    int symbol;
} Leaf;

/* The rarest first. */
static int compare_leaves(const void *a, const void *b) {
    const Leaf *first = a, *second = b;
    if (first->count != second->count) return first->count < second->count ? -1 : 1;
    return first->symbol - second->symbol;
}

static int find_leaves(const uint32_t *counts, int count, Leaf *leaves) {
    int found = 0;
    for (int i = 0; i < count; i++)
        if (counts[i]) leaves[found++] = (Leaf){counts[i], i};
    if (found) qsort(leaves, (size_t)found, sizeof *leaves, compare_leaves);
    return found;
}

/* Joins the two rarest until one is left, of the leaves and of the nodes made so far, both of which come in
 * order; above[i] is the node over leaf i or, from count on, over a node. */
static void join(const Leaf *leaves, int count, int *above) {
    uint64_t weights[HUFFMAN_MOST_SYMBOLS];
    int leaf = 0, node = 0;
    for (int made = 0; made < count - 1; made++) {
        weights[made] = 0;
        for (int i = 0; i < 2; i++) {
            bool is_leaf = leaf < count && (node >= made || leaves[leaf].count <= weights[node]);
            weights[made] += is_leaf ? leaves[leaf].count : weights[node];
            above[is_leaf ? leaf++ : count + node++] = count + made;
        }
    }
}

/* How many leaves lie how deep; those that lie deeper than the most do so together. */
static void count_depths(const int *above, int count, int most, int *at_depth) {
    int depths[2 * HUFFMAN_MOST_SYMBOLS];
    depths[2 * count - 2] = 0;
    for (int i = 2 * count - 3; i >= 0; i--) {
        depths[i] = depths[above[i]] + 1;
        if (i < count) at_depth[depths[i] < most ? depths[i] : most]++;
    }
}

/* Leaves that were too deep take more room than there is: others go deeper to make some (as zlib does). */
static void make_room(int *at_depth, int most) {
    int taken = 0;
    for (int depth = 1; depth <= most; depth++) taken += at_depth[depth] << (most - depth);
    for (; taken > 1 << most; taken--) {
        int depth = most - 1;
        while (!at_depth[depth]) depth--;
        at_depth[depth]--;
        at_depth[depth + 1] += 2;
        at_depth[most]--;
    }
}

void huffman_lengths(const uint32_t *counts, int count, int most, uint8_t *lengths) {
    Leaf leaves[HUFFMAN_MOST_SYMBOLS];
    int above[2 * HUFFMAN_MOST_SYMBOLS], at_depth[HUFFMAN_MOST_BITS + 1] = {0};
    int found = find_leaves(counts, count, leaves), next = 0;
    for (int i = 0; i < count; i++) lengths[i] = 0;
    if (found == 1) lengths[leaves[0].symbol] = 1;
    if (found < 2) return;
    join(leaves, found, above);
    count_depths(above, found, most, at_depth);
    make_room(at_depth, most);
    for (int depth = most; depth > 0; depth--)
        for (int i = 0; i < at_depth[depth]; i++) lengths[leaves[next++].symbol] = (uint8_t)depth;
}

static uint16_t turned_over(unsigned code, int bits) {
    unsigned turned = 0;
    for (int i = 0; i < bits; i++) turned |= (code >> i & 1) << (bits - 1 - i);
    return (uint16_t)turned;
}

void huffman_codes(const uint8_t *lengths, int count, uint16_t *codes) {
    unsigned next[HUFFMAN_MOST_BITS + 2] = {0}, of_length[HUFFMAN_MOST_BITS + 1] = {0};
    for (int i = 0; i < count; i++) of_length[lengths[i]]++;
    of_length[0] = 0;
    for (int bits = 1; bits <= HUFFMAN_MOST_BITS; bits++)
        next[bits + 1] = (next[bits] + of_length[bits]) << 1;
    for (int i = 0; i < count; i++) codes[i] = lengths[i] ? turned_over(next[lengths[i]]++, lengths[i]) : 0;
}
