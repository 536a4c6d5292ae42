@NullMarked
package sluice.simulator;

import org.jspecify.annotations.NullMarked;
