/** The broker as OSGi components: follows services as they come and go, and gives the core its threads. */
@NullMarked
package sluice.broker.internal;

import org.jspecify.annotations.NullMarked;
