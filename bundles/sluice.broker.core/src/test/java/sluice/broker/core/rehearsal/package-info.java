@NullMarked
package sluice.broker.core.rehearsal;

import org.jspecify.annotations.NullMarked;
