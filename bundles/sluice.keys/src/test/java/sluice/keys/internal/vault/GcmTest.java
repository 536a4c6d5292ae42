package sluice.keys.internal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** D. McGrew, J. Viega: The Galois/Counter Mode of Operation (2005), appendix B, test case 16: AES-256 with additional data. */
final class GcmTest {
    private static final SecretKey KEY =
            new SecretKeySpec(hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"), "AES");
    private static final byte[] NONCE = hex("cafebabefacedbaddecaf888");
    private static final byte[] CONTEXT = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    private static final byte[] PLAIN = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    private static final byte[] SEALED = hex("cafebabefacedbaddecaf888"
            + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            + "76fc6ece0f4e1768cddf8853bb2d551b");

    private final Gcm gcm = new Gcm(null);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void a_seal_is_that_of_the_published_vector() throws GeneralSecurityException {
        assertThat(gcm.seal(KEY, NONCE, CONTEXT, PLAIN)).isEqualTo(SEALED);
        assertThat(gcm.open(KEY, CONTEXT, SEALED)).isEqualTo(PLAIN);
    }

    @Test
    void a_seal_with_any_byte_changed_does_not_open() {
        for (int i = 0; i < SEALED.length; i++) {
            byte[] changed = SEALED.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> gcm.open(KEY, CONTEXT, changed)).isInstanceOf(AEADBadTagException.class);
        }
        assertThatThrownBy(() -> gcm.open(KEY, Arrays.copyOf(CONTEXT, 3), SEALED))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void no_two_seals_are_the_same() throws GeneralSecurityException {
        assertThat(gcm.seal(KEY, CONTEXT, PLAIN)).isNotEqualTo(gcm.seal(KEY, CONTEXT, PLAIN));
    }
}
