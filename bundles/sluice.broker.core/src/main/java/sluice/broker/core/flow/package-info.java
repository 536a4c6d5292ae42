/** The line itself: every reading goes through {@link sluice.broker.core.flow.Flow}, and there is no second path. */
@NullMarked
package sluice.broker.core.flow;

import org.jspecify.annotations.NullMarked;
