/** The house rules that can be checked by a machine: arrows, names, sizes, the shape of the two APIs, documents that tell the truth. */
@NullMarked
package sluice.itests.house;

import org.jspecify.annotations.NullMarked;
