/** The city on the map: zones, and how large they are. */
@NullMarked
package sluice.broker.core.plan.map;

import org.jspecify.annotations.NullMarked;
