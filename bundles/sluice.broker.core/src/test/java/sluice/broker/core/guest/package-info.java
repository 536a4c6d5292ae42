@NullMarked
package sluice.broker.core.guest;

import org.jspecify.annotations.NullMarked;
