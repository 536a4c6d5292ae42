@NullMarked
package sluice.lorawan.internal;

import org.jspecify.annotations.NullMarked;
