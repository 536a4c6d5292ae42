@NullMarked
package sluice.metrics.internal;

import org.jspecify.annotations.NullMarked;
