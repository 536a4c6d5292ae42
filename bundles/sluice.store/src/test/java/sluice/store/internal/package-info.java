@NullMarked
package sluice.store.internal;

import org.jspecify.annotations.NullMarked;
