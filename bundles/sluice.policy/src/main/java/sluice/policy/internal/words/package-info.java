/** What names, codes and units look like, for all who read policy files. */
@NullMarked
package sluice.policy.internal.words;

import org.jspecify.annotations.NullMarked;
