@NullMarked
package sluice.broker.core.intake;

import org.jspecify.annotations.NullMarked;
