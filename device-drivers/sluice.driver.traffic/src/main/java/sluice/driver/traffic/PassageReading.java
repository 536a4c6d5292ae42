package sluice.driver.traffic;

import java.time.Instant;

/**
 * A radio that passed a travel-time reader; the stream {@code traffic.reader}. The address is its owner's: the catalogue declares it
 * {@code DIRECT}, so that no raw reading rests on a disk and no policy may let it out.
 *
 * @param address twelve lower-case hexadecimal digits
 * @param segment where the reader stands, as the city names it
 * @param observed by the reader's clock, else when its message was received
 */
public record PassageReading(String address, String segment, Instant observed) {}
