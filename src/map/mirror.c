/* See mirror.h. */
#include "mirror.h"

static bool is_leftward(const Page *page) {
    return page->tongue && page->tongue->leftward;
}

Point mirror_point(const Page *page, Point at) {
    return is_leftward(page) ? (Point){page->width - at.x, at.y} : at;
}

Box mirror_box(const Page *page, Box box) {
    if (!is_leftward(page) || box_is_empty(box)) return box;
    return (Box){page->width - box.right, box.top, page->width - box.left, box.bottom};
}

TextAnchor mirror_anchor(const Page *page, TextAnchor anchor) {
    if (!is_leftward(page) || anchor == TEXT_MIDDLE) return anchor;
    return anchor == TEXT_START ? TEXT_END : TEXT_START;
}
