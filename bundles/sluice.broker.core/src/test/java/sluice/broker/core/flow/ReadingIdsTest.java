package sluice.broker.core.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Label;

final class ReadingIdsTest {
    private static final byte[] KEY = HexFormat.of().parseHex("0b".repeat(32));
    private static final Instant AT = Instant.parse("2026-05-04T10:07:30.000000007Z");

    private final ReadingIds ids = new ReadingIds(KEY);

    /** RFC 4231, test cases 1, 2, 3 and 6: the yardstick of the tests below is true. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
                + " dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
    })
    void the_definition_in_rfc_2104_gives_the_vectors_of_rfc_4231(String key, String text, String mac) {
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(Rfc2104.hmac(hex.parseHex(key), hex.parseHex(text))))
                .isEqualTo(mac);
    }

    @Test
    void a_key_longer_than_a_block_is_hashed_first() {
        byte[] key = HexFormat.of().parseHex("aa".repeat(131));
        byte[] text = "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII);
        assertThat(HexFormat.of().formatHex(Rfc2104.hmac(key, text)))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    @Test
    void an_id_is_the_first_half_of_the_mac_over_fields_that_are_preceded_by_their_lengths() {
        byte[] payload = {1, 2, 3};
        byte[] text = Rfc2104.concat(
                new byte[] {0, 0, 0, 5},
                "bin-1".getBytes(US_ASCII),
                new byte[] {0, 0, 0, 24},
                ByteBuffer.allocate(24)
                        .putLong(42)
                        .putLong(AT.getEpochSecond())
                        .putInt(7)
                        .putInt(1)
                        .array(),
                new byte[] {0, 0, 0, 3},
                payload);

        assertThat(ids.of("bin-1", 42, AT, payload, 1)).isEqualTo(firstHalf(Rfc2104.hmac(KEY, text)));
    }

    @Test
    void a_recipients_id_is_the_first_half_of_the_mac_over_its_name_and_the_readings_id() {
        byte[] text = Rfc2104.concat(
                new byte[] {0, 0, 0, 3},
                "app".getBytes(US_ASCII),
                new byte[] {0, 0, 0, 16},
                ByteBuffer.allocate(16).putLong(1).putLong(2).array());

        assertThat(ids.forRecipient(new ReadingId(1, 2), "app")).isEqualTo(firstHalf(Rfc2104.hmac(KEY, text)));
    }

    @Test
    void the_same_message_has_the_same_id_and_every_field_counts() {
        byte[] payload = {1, 2};
        ReadingId id = ids.of("bin-1", 1, AT, payload, 0);

        assertThat(new ReadingIds(KEY).of("bin-1", 1, AT, payload.clone(), 0)).isEqualTo(id);
        assertThat(Set.of(
                        id,
                        ids.of("bin-2", 1, AT, payload, 0),
                        ids.of("bin-1", 2, AT, payload, 0),
                        ids.of("bin-1", 1, AT.plusNanos(1), payload, 0),
                        ids.of("bin-1", 1, AT.plusSeconds(1), payload, 0),
                        ids.of("bin-1", 1, AT, new byte[] {1, 3}, 0),
                        ids.of("bin-1", 1, AT, payload, 1),
                        new ReadingIds(new byte[32]).of("bin-1", 1, AT, payload, 0)))
                .hasSize(8);
    }

    /** Bytes are moved over every boundary between a device's name, the numbers and the payload. */
    @Test
    void no_two_readings_run_into_one_text() {
        SplittableRandom random = new SplittableRandom(8);
        Set<String> readings = new HashSet<>();
        Set<ReadingId> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String device = "\0".repeat(random.nextInt(30));
            byte[] payload = new byte[random.nextInt(30)];
            long sequence = random.nextInt(2);
            readings.add(device.length() + " " + sequence + " " + payload.length);
            seen.add(ids.of(device, sequence, Instant.EPOCH, payload, 0));
        }
        assertThat(seen).hasSameSizeAs(readings);
    }

    @Test
    void only_ids_of_what_is_not_personal_last_beyond_the_process() {
        IdKeys.PerThread before = new IdKeys(KEY).forThread();
        IdKeys.PerThread after = new IdKeys(KEY).forThread();

        assertThat(id(before, Label.NONPERSONAL)).isEqualTo(id(after, Label.NONPERSONAL));
        Arrays.stream(Label.values())
                .filter(label -> label != Label.NONPERSONAL)
                .forEach(label -> assertThat(id(before, label)).isNotEqualTo(id(after, label)));
    }

    @Test
    void an_application_sees_32_hexadecimal_digits() {
        assertThat(new ReadingId(1, -1).text()).isEqualTo("0000000000000001ffffffffffffffff");
    }

    private static ReadingId id(IdKeys.PerThread ids, Label label) {
        return ids.of(label).of("bin-1", 1, AT, new byte[0], 0);
    }

    private static ReadingId firstHalf(byte[] mac) {
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        return new ReadingId(bytes.getLong(), bytes.getLong());
    }
}
