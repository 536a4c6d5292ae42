/** The check as a service of the platform. */
@NullMarked
package sluice.policy.check.internal;

import org.jspecify.annotations.NullMarked;
