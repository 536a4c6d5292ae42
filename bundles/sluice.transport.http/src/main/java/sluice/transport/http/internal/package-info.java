/** The webhook: devices, and network servers in their name, post a message and are told what became of it. */
@NullMarked
package sluice.transport.http.internal;

import org.jspecify.annotations.NullMarked;
