@NullMarked
package sluice.policy.check;

import org.jspecify.annotations.NullMarked;
