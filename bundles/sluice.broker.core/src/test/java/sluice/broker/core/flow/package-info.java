@NullMarked
package sluice.broker.core.flow;

import org.jspecify.annotations.NullMarked;
