@NullMarked
package sluice.access.internal.request;

import org.jspecify.annotations.NullMarked;
