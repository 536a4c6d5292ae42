/** The city's rules in the words of others: ODRL 2.2 and the W3C Data Privacy Vocabulary. */
@NullMarked
package sluice.policy.check.export;

import org.jspecify.annotations.NullMarked;
