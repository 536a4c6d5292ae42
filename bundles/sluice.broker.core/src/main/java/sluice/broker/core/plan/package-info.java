/** From the city's decisions to something that runs: classification, operators, and the compiler that proves a plan before it exists. */
@NullMarked
package sluice.broker.core.plan;

import org.jspecify.annotations.NullMarked;
