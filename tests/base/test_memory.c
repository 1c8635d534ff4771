/* Tests of src/base/memory.c. */
#include "scratch.h"

#include "base/memory.h"

#include <signal.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void an_array_grows_and_keeps_its_items(void **state) {
    (void)state;
    ARRAY(int) numbers = {0};
    for (int i = 0; i < 10000; i++) array_push(&numbers, i);
    assert_int_equal(numbers.count, 10000);
    assert_true(numbers.capacity >= 10000);
    for (int i = 0; i < 10000; i++) assert_int_equal(numbers.items[i], i);
    array_free(&numbers);
    assert_null(numbers.items);
    assert_int_equal(numbers.count + numbers.capacity, 0);
}

static void an_array_takes_compound_values_and_reserves_ahead(void **state) {
    (void)state;
    struct Pair {
        double a, b;
    };
    ARRAY(struct Pair) pairs = {0};
    array_reserve(&pairs, 100);
    struct Pair *before = pairs.items;
    for (int i = 0; i < 100; i++) array_push(&pairs, (struct Pair){i, -i});
    assert_ptr_equal(pairs.items, before);
    assert_true(pairs.items[99].a == 99 && pairs.items[99].b == -99);
    array_free(&pairs);
}

static void the_arena_gives_zeroed_and_aligned_memory_of_every_size(void **state) {
    (void)state;
    Arena *arena = arena_new();
    unsigned char *last = NULL;
    for (size_t size = 0; size < 40000; size = size * 5 / 4 + 1) {
        unsigned char *memory = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(memory[i], 0);
        memset(memory, 0xAB, size);
        assert_true(last == NULL || last[0] == 0xAB); /* no two overlap */
        if (size) last = memory;
    }
    arena_free(arena);
}

static void a_block_larger_than_any_other_does_not_waste_the_arena(void **state) {
    (void)state;
    Arena *arena = arena_new();
    char *small = arena_alloc(arena, 1);
    char *large = arena_alloc(arena, (size_t)3 << 20);
    large[((size_t)3 << 20) - 1] = 'x';
    char *after = arena_alloc(arena, 1);
    *small = 's', *after = 'a';
    assert_int_equal(large[((size_t)3 << 20) - 1], 'x');
    assert_int_equal(large[0], 0);
    arena_free(arena);
}

static void texts_are_copied_with_a_zero_byte_at_the_end(void **state) {
    (void)state;
    Arena *arena = arena_new();
    assert_null(arena_text(arena, NULL));
    assert_string_equal(arena_text(arena, ""), "");
    assert_string_equal(arena_text(arena, "Norway"), "Norway");
    assert_string_equal(arena_text_part(arena, "Norway", 3), "Nor");
    assert_string_equal(arena_text_part(arena, NULL, 0), "");
    assert_string_equal(arena_format(arena, "%s has %d", "Norway", 5), "Norway has 5");
    assert_memory_equal(arena_copy(arena, "a\0b", 3), "a\0b", 3);
    assert_non_null(arena_copy(arena, NULL, 0));
    arena_free(arena);
}

static void a_long_format_is_whole(void **state) {
    (void)state;
    Arena *arena = arena_new();
    char *text = arena_format(arena, "%0*d", 300000, 7);
    assert_int_equal(strlen(text), 300000);
    assert_int_equal(text[299999], '7');
    arena_free(arena);
}

static void nothing_is_something_too(void **state) {
    (void)state;
    void *none = memory_new(0);
    assert_non_null(none);
    none = memory_resize(none, 0);
    assert_non_null(none);
    free(none);
    arena_free(NULL);
    Arena *arena = arena_new();
    arena_free(arena);
}

static void ask_for_too_much(int which) {
    size_t capacity = 0;
    Arena *arena = arena_new();
    switch (which) {
    case 0:
        free(memory_new(SIZE_MAX / 2));
        break;
    case 1:
        free(array_grow(NULL, 16, &capacity, SIZE_MAX / 8));
        break;
    case 2:
        arena_alloc(arena, SIZE_MAX - 8);
        break;
    case 3:
        arena_alloc(arena, SIZE_MAX / 2 - 8);
        break;
    default:
        break;
    }
    arena_free(arena);
}

/* Sizes that cannot be had, among them those whose sum or product wraps round to something small. */
static void want_of_memory_ends_the_process_with_a_word(void **state) {
    (void)state;
    for (int which = 0; which < 4; which++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            signal(SIGABRT, SIG_DFL);
            setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
            dup2(ends[1], STDERR_FILENO);
            ask_for_too_much(which);
            _exit(0);
        }
        close(ends[1]);
        char said[4000] = "";
        size_t size = 0;
        for (ssize_t got;
             size < sizeof said - 1 && (got = read(ends[0], said + size, sizeof said - 1 - size)) > 0;)
            size += (size_t)got;
        close(ends[0]);
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
        /* a sanitizer may end it first, in its own words */
        assert_true(strstr(said, "out of memory") || strstr(said, "allocation-size-too-big"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_grows_and_keeps_its_items),
        cmocka_unit_test(an_array_takes_compound_values_and_reserves_ahead),
        cmocka_unit_test(the_arena_gives_zeroed_and_aligned_memory_of_every_size),
        cmocka_unit_test(a_block_larger_than_any_other_does_not_waste_the_arena),
        cmocka_unit_test(texts_are_copied_with_a_zero_byte_at_the_end),
        cmocka_unit_test(a_long_format_is_whole),
        cmocka_unit_test(nothing_is_something_too),
        cmocka_unit_test(want_of_memory_ends_the_process_with_a_word),
    };
    return cmocka_run_group_tests_name("base/memory", tests, NULL, NULL);
}
