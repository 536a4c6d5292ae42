@NullMarked
package sluice.operator.internal.page;

import org.jspecify.annotations.NullMarked;
