@NullMarked
package sluice.broker.core.waiting;

import org.jspecify.annotations.NullMarked;
