package sluice.keys.internal.ring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.keys.internal.vault.Contents;

final class LiveKeyTest {
    /** RFC 4231, test cases 1, 2, 3, 6 and 7. */
    @ParameterizedTest
    @CsvSource({
        "0b, 20, 4869205468657265, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aa, 20, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "aa, 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374, 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "aa, 131, 5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e, 9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
    })
    void derivation_is_that_of_the_published_vectors(String key, int times, String message, String expected) {
        byte[] digest = LiveKey.hmac(
                HexFormat.of().parseHex(key.repeat(times)), HexFormat.of().parseHex(message));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(expected);
    }

    @Test
    void a_destroyed_key_has_no_byte_left() {
        byte[] bytes = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
        LiveKey key = new LiveKey(new Contents.Kept(City.PLANNING, City.DAYS.at(City.NOON), bytes), 0);
        assertThat(key.derive("any")).hasSize(32);
        key.destroy();
        assertThat(bytes).containsOnly(0);
        assertThat(key.derive("any")).isNull();
    }

    @Test
    void whoever_asks_to_be_told_too_late_is_told_at_once() {
        LiveKey key = new LiveKey(new Contents.Kept(City.PLANNING, City.DAYS.at(City.NOON), new byte[32]), 0);
        key.destroy();
        StringBuilder told = new StringBuilder();
        key.whenDestroyed(() -> told.append("told"));
        assertThat(told).hasToString("told");
    }
}
