@NullMarked
package sluice.access.internal.page;

import org.jspecify.annotations.NullMarked;
