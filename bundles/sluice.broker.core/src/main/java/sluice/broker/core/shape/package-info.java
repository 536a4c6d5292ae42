/** Shapes and the slots that carry their values: how a foreign record becomes platform values, and how platform values become a record. */
@NullMarked
package sluice.broker.core.shape;

import org.jspecify.annotations.NullMarked;
