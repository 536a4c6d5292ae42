@NullMarked
package sluice.broker.core.noise;

import org.jspecify.annotations.NullMarked;
