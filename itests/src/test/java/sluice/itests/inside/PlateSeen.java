package sluice.itests.inside;

import java.time.Instant;

/** More than any policy releases. */
record PlateSeen(String plate, String segment, Instant observed) {}
