@NullMarked
package sluice.operator.internal;

import org.jspecify.annotations.NullMarked;
