/** Metrics in the Prometheus text format, health checks, and both over HTTP. Reads the core's ports and changes nothing. */
@NullMarked
package sluice.metrics.internal;

import org.jspecify.annotations.NullMarked;
