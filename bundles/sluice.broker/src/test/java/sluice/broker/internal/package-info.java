@NullMarked
package sluice.broker.internal;

import org.jspecify.annotations.NullMarked;
