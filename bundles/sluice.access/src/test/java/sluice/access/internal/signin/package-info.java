@NullMarked
package sluice.access.internal.signin;

import org.jspecify.annotations.NullMarked;
