/** Applications as recipients: their queues, their threads, their state, and what they ask for. */
@NullMarked
package sluice.broker.core.recipient;

import org.jspecify.annotations.NullMarked;
