/* See article.h. */
#include "article.h"

bool article_looks_like_html(const Article *article) {
    (void)article;
    return false;
}
void article_strip_html(Article *article) {
    (void)article;
}
