@NullMarked
package sluice.broker.core;

import org.jspecify.annotations.NullMarked;
