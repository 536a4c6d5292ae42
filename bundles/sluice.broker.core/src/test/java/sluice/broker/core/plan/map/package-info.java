@NullMarked
package sluice.broker.core.plan.map;

import org.jspecify.annotations.NullMarked;
