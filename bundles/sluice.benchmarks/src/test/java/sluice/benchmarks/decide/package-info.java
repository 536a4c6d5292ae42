@NullMarked
package sluice.benchmarks.decide;

import org.jspecify.annotations.NullMarked;
