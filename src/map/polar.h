/* Stories of the far north or south: a map of the world cuts or flattens them, one that looks at the pole
 * does not. Knows no style but how far north that is. */
#ifndef MAP_POLAR_H
#define MAP_POLAR_H

#include "extent.h"
#include "story.h"

/* Whether most countries of the story have land beyond a latitude, or all lie around Antarctica, which is one
 * of them; *center is then the pole, upright for the meridian, and what a map of it must hold is in extent.
 */
bool polar_suits(const Story *story, double latitude, double meridian, Extent *extent, Center *center);

#endif
