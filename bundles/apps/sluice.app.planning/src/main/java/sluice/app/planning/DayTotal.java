package sluice.app.planning;

import java.time.Instant;

/**
 * All passages of one day (UTC), for the operator.
 *
 * @param day midnight at its beginning
 * @param passages how many were counted, on all segments
 */
record DayTotal(Instant day, long passages) {}
