@NullMarked
package sluice.keys.internal.budget;

import org.jspecify.annotations.NullMarked;
