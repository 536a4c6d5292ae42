package sluice.itests.inside;

import java.time.Instant;

/** What the policy {@code inside-levels} releases. */
record Level(String container, double fillingLevel, Instant observed) {}
