package sluice.itests.inside;

import java.time.Instant;

/** What the policy {@code inside-passages} releases. */
record Passage(String segment, Instant observed) {}
