package sluice.itests.witness;

import java.time.Instant;

/**
 * How many vehicles passed somewhere in a window.
 *
 * @param segment where
 * @param observed the window's begin
 * @param vehicles how many different ones
 */
public record Count(String segment, Instant observed, long vehicles) {}
