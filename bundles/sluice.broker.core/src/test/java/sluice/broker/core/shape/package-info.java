@NullMarked
package sluice.broker.core.shape;

import org.jspecify.annotations.NullMarked;
