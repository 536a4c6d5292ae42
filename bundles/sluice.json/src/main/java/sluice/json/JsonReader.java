package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;
import sluice.driver.spi.Json;
import sluice.json.internal.TreeReader;

/**
 * Reads JSON (RFC 8259) strictly and within limits: whatever two readers could understand differently is refused. Safe for use by many
 * threads; nothing of a text is kept after it was read.
 */
public final class JsonReader {
    /** Longest text, bytes; also the longest string in it. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 32;

    /** Most members of objects and elements of arrays, over the whole text. */
    public static final int MAX_MEMBERS = 4_096;

    /** Longest number, digits; those of its exponent included. */
    public static final int MAX_DIGITS = 100;

    // Names are neither interned nor kept in a shared table, and buffers are not recycled: a sender chooses them, and
    // they would
    // outlive the message.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_BYTES)
                    .maxNameLength(MAX_BYTES)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * Reads one text. Refused are, beside texts over a limit: invalid UTF-8, a byte order mark, a lone surrogate, a duplicate name,
     * {@code NaN} and {@code Infinity}, comments, and anything after the value.
     *
     * @param utf8 the text; any kind of value may be its root
     * @return its root, or empty if it is malformed or over a limit
     */
    public static Optional<Json> read(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            return Optional.empty();
        }
        try (JsonParser parser = parser(decoded(utf8))) {
            return Optional.of(new TreeReader(parser, MAX_MEMBERS, MAX_DIGITS).root());
        } catch (IOException refused) { // its message may quote the text, so it ends here
            return Optional.empty();
        }
    }

    // The parser is given characters: given bytes, it would guess between UTF-8, 16 and 32, and let overlong forms
    // pass.
    private static CharBuffer decoded(byte[] utf8) throws IOException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
    }

    private static JsonParser parser(CharBuffer text) throws IOException {
        return FACTORY.createParser(text.array(), text.arrayOffset(), text.length());
    }
}
