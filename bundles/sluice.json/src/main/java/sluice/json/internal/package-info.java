/** How the tree is built, and what its values are. */
@NullMarked
package sluice.json.internal;

import org.jspecify.annotations.NullMarked;
