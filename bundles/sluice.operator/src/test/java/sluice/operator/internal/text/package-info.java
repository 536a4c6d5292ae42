@NullMarked
package sluice.operator.internal.text;

import org.jspecify.annotations.NullMarked;
