@NullMarked
package sluice.broker.core.port;

import org.jspecify.annotations.NullMarked;
