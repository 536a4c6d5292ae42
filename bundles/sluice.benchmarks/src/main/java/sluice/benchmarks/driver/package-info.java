/** What it costs to read a frame. */
@NullMarked
package sluice.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
