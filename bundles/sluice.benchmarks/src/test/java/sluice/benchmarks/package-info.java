@NullMarked
package sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
