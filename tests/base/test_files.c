/* Tests of src/base/files.c. */
#include "scratch.h"

#include "base/files.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PLENTY = 1 << 20 };

static void check_file(const char *path, const char *expected) {
    Bytes bytes;
    dateline_error error = {0};
    assert_true(file_read(path, PLENTY, &bytes, &error));
    assert_string_equal(bytes.bytes, expected);
    assert_int_equal(bytes.size, strlen(expected));
    free(bytes.bytes);
}

static void check_error(const dateline_error *error, dateline_status status, const char *source,
                        const char *message) {
    assert_int_equal(error->status, status);
    assert_string_equal(error->source, source);
    assert_string_equal(error->message, message);
}

static void check_refused(const char *path, size_t limit, dateline_status status, const char *message) {
    Bytes bytes = {(char *)1, 1};
    dateline_error error = {0};
    assert_false(file_read(path, limit, &bytes, &error));
    assert_null(bytes.bytes);
    assert_int_equal(bytes.size, 0);
    check_error(&error, status, path, message);
}

/* Becomes nobody for what root may and others may not. */
static void be_lowly(void) {
    if (geteuid() == 0) assert_int_equal(seteuid(65534), 0);
}

static void be_oneself(void) {
    if (getuid() == 0) assert_int_equal(seteuid(0), 0);
}

/* ---------------------------------------------------------------------------------------------- reading */

static void a_file_is_read_whole_with_a_zero_byte_after_it(void **state) {
    char *path = scratch_file(*state, "a.txt", "one\ntwo");
    check_file(path, "one\ntwo");
    free(path);
    path = scratch_file(*state, "empty.txt", "");
    check_file(path, "");
    free(path);
    char *link = scratch_path(*state, "link"), *target = scratch_path(*state, "a.txt");
    assert_int_equal(symlink(target, link), 0);
    check_file(link, "one\ntwo");
    free(link);
    free(target);
}

static void a_file_larger_than_a_step_of_reading_is_whole(void **state) {
    char *path = scratch_path(*state, "large");
    size_t size = 300001;
    char *content = malloc(size);
    for (size_t i = 0; i < size; i++) content[i] = (char)(i * 31 % 251);
    assert_true(dateline_file_write(path, content, size, NULL));
    size_t read_size = 0;
    char *read = dateline_file_read(path, &read_size, NULL);
    assert_int_equal(read_size, size);
    assert_memory_equal(read, content, size);
    assert_int_equal(read[size], 0);
    free(read);
    free(content);
    free(path);
}

static void the_limit_itself_is_still_right_and_a_byte_more_is_not(void **state) {
    char *path = scratch_path(*state, "a");
    char *content = calloc(1, PLENTY + 1);
    assert_true(dateline_file_write(path, content, PLENTY, NULL));
    Bytes bytes;
    assert_true(file_read(path, PLENTY, &bytes, NULL));
    assert_int_equal(bytes.size, PLENTY);
    free(bytes.bytes);
    assert_true(dateline_file_write(path, content, PLENTY + 1, NULL));
    check_refused(path, PLENTY, DATELINE_BAD_INPUT, "more than 1 MiB; a smaller file would be right");
    free(content);
    free(path);
}

static void a_file_of_many_gigabytes_costs_no_more_than_the_limit(void **state) {
    char *path = scratch_file(*state, "sparse", "");
    if (truncate(path, (off_t)1 << 40)) skip();
    check_refused(path, (size_t)4 << 20, DATELINE_BAD_INPUT,
                  "more than 4 MiB; a smaller file would be right");
    free(path);
}

static void what_never_ends_is_refused_at_the_limit(void **state) {
    (void)state;
    check_refused("/dev/zero", PLENTY, DATELINE_BAD_INPUT, "more than 1 MiB; a smaller file would be right");
    check_file("/dev/null", "");
}

static void what_is_no_file_is_refused_by_its_kind(void **state) {
    check_refused(*state, PLENTY, DATELINE_BAD_INPUT, "is a folder; a file would be right");
    char *pipe_path = scratch_path(*state, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    check_refused(pipe_path, PLENTY, DATELINE_BAD_INPUT, "is a pipe; a file would be right");
    free(pipe_path);
    char *missing = scratch_path(*state, "missing");
    check_refused(missing, PLENTY, DATELINE_SYSTEM, "cannot be opened: No such file or directory");
    free(missing);
    check_refused("", PLENTY, DATELINE_SYSTEM, "cannot be opened: No such file or directory");
    char *file = scratch_file(*state, "file", "x"), *under = scratch_path(file, "x");
    check_refused(under, PLENTY, DATELINE_SYSTEM, "cannot be opened: Not a directory");
    free(under);
    free(file);
}

static void what_may_not_be_read_is_told_so(void **state) {
    char *path = scratch_file(*state, "secret", "x");
    assert_int_equal(chmod(path, 0), 0);
    assert_int_equal(chmod(*state, 0755), 0);
    be_lowly();
    check_refused(path, PLENTY, DATELINE_SYSTEM, "cannot be opened: Permission denied");
    be_oneself();
    free(path);
}

static void standard_input_is_read_to_its_end_through_a_pipe(void **state) {
    (void)state;
    int ends[2], before = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "from a pipe", 11), 11);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    check_file("-", "from a pipe");
    check_file("-", ""); /* still open, and at its end */
    dup2(before, STDIN_FILENO);
    close(before);
    close(ends[0]);
}

static void standard_input_is_called_so_in_messages(void **state) {
    (void)state;
    int before = dup(STDIN_FILENO), zero = open("/dev/zero", O_RDONLY);
    dup2(zero, STDIN_FILENO);
    Bytes bytes;
    dateline_error error = {0};
    assert_false(file_read("-", PLENTY, &bytes, &error));
    dup2(before, STDIN_FILENO);
    close(before);
    close(zero);
    check_error(&error, DATELINE_BAD_INPUT, "standard input",
                "more than 1 MiB; a smaller file would be right");
}

/* ---------------------------------------------------------------------------------------------- writing */

static void a_file_appears_only_when_it_is_whole(void **state) {
    char *path = scratch_file(*state, "map.svg", "old");
    Output *output = output_open(path, NULL);
    assert_true(output_write(output, "new ", 4));
    check_file(path, "old");
    assert_int_equal(scratch_count(*state), 2);
    assert_true(output_write(output, "and whole", 9));
    assert_true(output_write(output, NULL, 0));
    assert_true(output_commit(output, NULL));
    check_file(path, "new and whole");
    assert_int_equal(scratch_count(*state), 1);
    free(path);
}

static void what_is_abandoned_leaves_the_old_file_and_nothing_else(void **state) {
    char *path = scratch_file(*state, "map.svg", "old");
    Output *output = output_open(path, NULL);
    assert_true(output_write(output, "half", 4));
    output_abandon(output);
    check_file(path, "old");
    assert_int_equal(scratch_count(*state), 1);
    free(path);
}

static void a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else(void **state) {
    char *path = scratch_file(*state, "map.svg", "old");
    struct rlimit before, small;
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 1000;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    char bytes[3000] = {0};
    dateline_error error = {0};
    Output *output = output_open(path, &error);
    assert_false(output_write(output, bytes, sizeof bytes));
    assert_false(output_write(output, bytes, 1)); /* once failed, always failed */
    bool done = output_commit(output, &error);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    assert_false(done);
    check_error(&error, DATELINE_SYSTEM, path, "cannot be written: File too large");
    check_file(path, "old");
    assert_int_equal(scratch_count(*state), 1);
    free(path);
}

static void a_full_disk_is_told_so(void **state) {
    (void)state;
    dateline_error error = {0};
    assert_false(dateline_file_write("/dev/full", "x", 1, &error));
    check_error(&error, DATELINE_SYSTEM, "/dev/full", "cannot be written: No space left on device");
}

static void standard_output_is_written_to_and_called_so_in_messages(void **state) {
    char *path = scratch_file(*state, "out", "");
    int before = dup(STDOUT_FILENO), file = open(path, O_WRONLY), full = open("/dev/full", O_WRONLY);
    dateline_error error = {0};
    fflush(stdout);
    dup2(file, STDOUT_FILENO);
    bool done = dateline_file_write("-", "said", 4, NULL);
    dup2(full, STDOUT_FILENO);
    bool full_done = dateline_file_write("-", "said", 4, &error);
    dup2(before, STDOUT_FILENO);
    close(before), close(file), close(full);
    assert_true(done);
    assert_false(full_done);
    check_file(path, "said");
    check_error(&error, DATELINE_SYSTEM, "standard output", "cannot be written: No space left on device");
    free(path);
}

static void a_folder_is_not_written_over(void **state) {
    dateline_error error = {0};
    assert_null(output_open(*state, &error));
    check_error(&error, DATELINE_BAD_INPUT, *state, "is a folder; a file name would be right");
}

static void a_missing_folder_is_told_by_the_path_that_was_asked_for(void **state) {
    char *path = scratch_path(*state, "missing/map.svg");
    dateline_error error = {0};
    assert_false(dateline_file_write(path, "x", 1, &error));
    check_error(&error, DATELINE_SYSTEM, path, "cannot be written: No such file or directory");
    free(path);
}

static void an_unwritable_folder_is_told_so_and_its_files_stay(void **state) {
    char *path = scratch_file(*state, "map.svg", "old");
    assert_int_equal(chmod(*state, 0555), 0);
    dateline_error error = {0};
    be_lowly();
    bool done = dateline_file_write(path, "x", 1, &error);
    be_oneself();
    assert_int_equal(chmod(*state, 0755), 0);
    assert_false(done);
    check_error(&error, DATELINE_SYSTEM, path, "cannot be written: Permission denied");
    check_file(path, "old");
    free(path);
}

static void a_link_is_written_through(void **state) {
    char *file = scratch_file(*state, "real.svg", "old"), *link = scratch_path(*state, "link.svg");
    assert_int_equal(symlink("real.svg", link), 0);
    assert_true(dateline_file_write(link, "new", 3, NULL));
    struct stat status;
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    check_file(file, "new");
    assert_int_equal(scratch_count(*state), 2);
    free(link);
    free(file);
}

static void two_that_write_the_same_file_do_not_meet(void **state) {
    char *path = scratch_path(*state, "map.svg");
    Output *first = output_open(path, NULL), *second = output_open(path, NULL);
    assert_true(output_write(first, "first", 5));
    assert_true(output_write(second, "second", 6));
    assert_true(output_commit(second, NULL));
    check_file(path, "second");
    assert_true(output_commit(first, NULL));
    check_file(path, "first");
    assert_int_equal(scratch_count(*state), 1);
    free(path);
}

static void a_new_file_has_the_rights_that_the_umask_leaves(void **state) {
    char *path = scratch_path(*state, "map.svg");
    mode_t before = umask(027);
    assert_true(dateline_file_write(path, "x", 1, NULL));
    umask(before);
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    free(path);
}

static void no_file_stays_open(void **state) {
    char *path = scratch_file(*state, "a", "x");
    int before = scratch_count("/proc/self/fd");
    Bytes bytes;
    for (int i = 0; i < 3; i++) {
        assert_true(file_read(path, PLENTY, &bytes, NULL));
        free(bytes.bytes);
        assert_false(file_read(*state, PLENTY, &bytes, NULL));
        assert_false(file_read("/dev/zero", 1000, &bytes, NULL));
        assert_true(dateline_file_write(path, "y", 1, NULL));
        assert_false(dateline_file_write("/dev/full", "y", 1, NULL));
        output_abandon(output_open(path, NULL));
    }
    assert_int_equal(scratch_count("/proc/self/fd"), before);
    free(path);
}

/* ---------------------------------------------------------------------------------------------- the data */

static void the_environment_says_where_the_data_is(void **state) {
    (void)state;
    setenv("DATELINE_DATA", "/somewhere/else", 1);
    char *folder = data_folder("styles");
    unsetenv("DATELINE_DATA");
    assert_string_equal(folder, "/somewhere/else/styles");
    free(folder);
}

static void a_program_in_a_build_folder_finds_the_data_above_it(void **state) {
    (void)state;
    setenv("DATELINE_DATA", "", 1); /* empty is as good as unset */
    char *folder = data_folder("styles"), *file = scratch_path(folder, "default.json");
    unsetenv("DATELINE_DATA");
    assert_int_equal(access(file, R_OK), 0);
    free(file);
    free(folder);
}

static void data_that_is_nowhere_is_expected_where_it_is_installed(void **state) {
    (void)state;
    char *folder = data_folder("no such room");
    assert_non_null(strstr(folder, "/share/dateline/no such room"));
    free(folder);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_make, scratch_remove)
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read_whole_with_a_zero_byte_after_it),
        TEST(a_file_larger_than_a_step_of_reading_is_whole),
        TEST(the_limit_itself_is_still_right_and_a_byte_more_is_not),
        TEST(a_file_of_many_gigabytes_costs_no_more_than_the_limit),
        TEST(what_never_ends_is_refused_at_the_limit),
        TEST(what_is_no_file_is_refused_by_its_kind),
        TEST(what_may_not_be_read_is_told_so),
        TEST(standard_input_is_read_to_its_end_through_a_pipe),
        TEST(standard_input_is_called_so_in_messages),
        TEST(a_file_appears_only_when_it_is_whole),
        TEST(what_is_abandoned_leaves_the_old_file_and_nothing_else),
        TEST(a_write_that_fails_half_way_leaves_the_old_file_and_nothing_else),
        TEST(a_full_disk_is_told_so),
        TEST(standard_output_is_written_to_and_called_so_in_messages),
        TEST(a_folder_is_not_written_over),
        TEST(a_missing_folder_is_told_by_the_path_that_was_asked_for),
        TEST(an_unwritable_folder_is_told_so_and_its_files_stay),
        TEST(a_link_is_written_through),
        TEST(two_that_write_the_same_file_do_not_meet),
        TEST(a_new_file_has_the_rights_that_the_umask_leaves),
        TEST(no_file_stays_open),
        TEST(the_environment_says_where_the_data_is),
        TEST(a_program_in_a_build_folder_finds_the_data_above_it),
        TEST(data_that_is_nowhere_is_expected_where_it_is_installed),
    };
    return cmocka_run_group_tests_name("base/files", tests, NULL, NULL);
}
