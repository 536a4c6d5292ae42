package sluice.broker.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubjectDigestTest {
    private static final byte[] KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private final SubjectDigest.Key key = new SubjectDigest.Key(KEY);

    /** vectors_sip128 of the authors' reference implementation, of even length: bytes 0, 1, 2, ... under the key 0, 1, 2, ... */
    @ParameterizedTest
    @CsvSource({
        "0, a3817f04ba25a8e66df67214c7550293",
        "2, 8177228da4a45dc7fca38bdef60affe4",
        "4, f88164c12d9c8faf7d0f6e7c7bcd5579",
        "6, 14eeca338b208613485ea0308fd7a15e",
        "8, 3b62a9ba6258f5610f83e264f31497b4",
        "10, 00110dc378146956c95447d3f3d0fbba",
        "62, 5853542321f567a005d547a4f04759bd"
    })
    void digest_is_siphash_2_4_of_128_bits(int length, String expected) {
        ByteBuffer words = ByteBuffer.wrap(KEY).order(ByteOrder.LITTLE_ENDIAN);
        SipHash hash = new SipHash(words.getLong(), words.getLong());
        for (int i = 0; i < length; i += 2) {
            hash.add((char) (i | i + 1 << 8));
        }
        ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        digest.putLong(hash.finish()).putLong(hash.more());

        assertThat(HexFormat.of().formatHex(digest.array())).isEqualTo(expected);
    }

    @Test
    void a_plate_and_a_phone_of_the_same_letters_are_two() {
        assertThat(key.digest("plate", "abc")).isEqualTo(key.digest("plate", "abc"));
        assertThat(key.digest("plate", "abc")).isNotEqualTo(key.digest("phone", "abc"));
        assertThat(key.digest("plate", "abc")).isNotEqualTo(key.digest("platea", "bc"));
    }

    @Test
    void without_the_key_nobody_finds_a_name() {
        OptOuts optOuts = OptOuts.of(key, List.of(key.digest("plate", "ABCD123")));

        assertThat(optOuts.has("plate", "ABCD123")).isTrue();
        assertThat(optOuts.has("plate", "ABCD124")).isFalse();
        assertThat(OptOuts.of(new SubjectDigest.Key(new byte[16]), List.of(key.digest("plate", "ABCD123")))
                        .has("plate", "ABCD123"))
                .isFalse();
    }

    /** Fail closed: a register that can not be read does not mean that nobody opted out. */
    @Test
    void an_unreadable_register_has_everybody() {
        assertThat(OptOuts.UNKNOWN.has("plate", "ABCD123")).isTrue();
    }

    @Test
    void a_short_key_is_none() {
        assertThatThrownBy(() -> new SubjectDigest.Key(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }
}
