@NullMarked
package sluice.broker.core.plan.worker;

import org.jspecify.annotations.NullMarked;
