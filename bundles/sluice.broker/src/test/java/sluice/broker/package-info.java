/** Tests of the broker as a whole. */
@NullMarked
package sluice.broker;

import org.jspecify.annotations.NullMarked;
