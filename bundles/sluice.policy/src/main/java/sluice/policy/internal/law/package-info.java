/** What entitles the city, and what forbids: purposes, their tree, and the act that they are checked against. */
@NullMarked
package sluice.policy.internal.law;

import org.jspecify.annotations.NullMarked;
