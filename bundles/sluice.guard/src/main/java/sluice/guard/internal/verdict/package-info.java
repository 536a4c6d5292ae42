/** What is decided about one content, and the signature that it rests on. */
@NullMarked
package sluice.guard.internal.verdict;

import org.jspecify.annotations.NullMarked;
