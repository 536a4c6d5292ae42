@NullMarked
package sluice.broker.core.window;

import org.jspecify.annotations.NullMarked;
