/** The privacy broker, without any framework: {@link sluice.broker.core.Broker} puts it together. */
@NullMarked
package sluice.broker.core;

import org.jspecify.annotations.NullMarked;
