/* What stands round an article on its page and is not part of it: share buttons, newsletters, credits. Words
 * of the language tell it. */
#ifndef READ_FURNITURE_H
#define READ_FURNITURE_H

#include "article.h"
#include "words.h"

/* Takes the furniture at the end, and single lines of it in between, out of the article's parts. */
void furniture_drop(Article *article, const Language *language);

#endif
