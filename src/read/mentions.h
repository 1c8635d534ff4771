/*
 * Which of the names that were met are countries: not persons, towns, companies, rivers; seats only where
 * they stand for their government. Unambiguous names first, then the others by their company. Knows nothing
 * of roles.
 */
#ifndef READ_MENTIONS_H
#define READ_MENTIONS_H

#include "passage.h"

/* Sets state and why of every mention, and country where a name fits several. */
void mentions_settle(Passage *passage);
/* Whether the mention names a country that counts. */
bool mention_counts(const Mention *mention);

#endif
