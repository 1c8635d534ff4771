/*
 * Stories to lay pages out with: made by hand for what is hard to lay out, taken from the golds of
 * tests/articles, and drawn by lot with a fixed seed. As facts in JSON, so that they go the way of
 * everybody's facts.
 */
#ifndef TESTS_MAP_STORIES_H
#define TESTS_MAP_STORIES_H

#include "base/memory.h"
#include "facts.h"

typedef struct TestStory {
    char *name;
    Facts *facts;
} TestStory;

typedef ARRAY(TestStory) TestStories;

/* All of them; the test fails where one cannot be made. */
void stories_load(TestStories *stories);
/* One made by hand, by its name. */
Facts *story_by_hand(const char *name);
void stories_free(TestStories *stories);

#endif
