@NullMarked
package sluice.broker.core.plan;

import org.jspecify.annotations.NullMarked;
