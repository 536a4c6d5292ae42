@NullMarked
package sluice.transport.http.internal;

import org.jspecify.annotations.NullMarked;
