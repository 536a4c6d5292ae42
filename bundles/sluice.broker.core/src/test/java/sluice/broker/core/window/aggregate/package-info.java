@NullMarked
package sluice.broker.core.window.aggregate;

import org.jspecify.annotations.NullMarked;
