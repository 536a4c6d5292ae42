package sluice.broker.core.plan.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrfTest {
    private final Message message = new Message();

    /** FIPS 197, appendix C.1 and C.3; NIST SP 800-38A, F.1.5, its first two blocks. */
    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c0d0e0f, 00112233445566778899aabbccddeeff, 69c4e0d86a7b0430d8cdb78070b4c55a",
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f, 00112233445566778899aabbccddeeff, 8ea2b7ca516745bfeafc49904b496089",
        "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4, 6bc1bee22e409f96e93d7e117393172a, f3eed1bdb5d2a03c064b5a7e3db181f8",
        "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4, ae2d8a571e03ac9c9eb76fac45af8e51, 591ccb10d410ed26dc5ba74a31362870"
    })
    void one_block_is_that_of_the_published_vectors(String key, String plain, String expected) {
        byte[] block = new byte[16];
        Prf.chain(Prf.cipher(HexFormat.of().parseHex(key)), HexFormat.of().parseHex(plain), 16, block);
        assertThat(HexFormat.of().formatHex(block)).isEqualTo(expected);
    }

    /** NIST SP 800-38A, F.2.5: CBC-AES256 of four blocks, its vector put into the first block, since a MAC begins from zero. */
    @Test
    void a_chain_of_blocks_ends_like_the_published_one() {
        byte[] first = HexFormat.of().parseHex("6bc1bee22e409f96e93d7e117393172a");
        for (int i = 0; i < first.length; i++) {
            first[i] ^= (byte) i;
        }
        byte[] rest = HexFormat.of()
                .parseHex("ae2d8a571e03ac9c9eb76fac45af8e51" + "30c81c46a35ce411e5fbc1191a0a52ef"
                        + "f69f2445df4f9b17ad2b417be66c3710");
        byte[] all = Arrays.copyOf(first, 64);
        System.arraycopy(rest, 0, all, 16, 48);
        byte[] block = new byte[16];
        Prf.chain(
                Prf.cipher(HexFormat.of().parseHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")),
                all,
                64,
                block);
        assertThat(HexFormat.of().formatHex(block)).isEqualTo("b2eb05e2c39be9fcda6c19078c6a9d1b");
    }

    /** Against the JDK's own chaining, over all lengths. */
    @Test
    void a_message_of_any_length_has_the_mac_that_the_jdk_computes() throws GeneralSecurityException {
        byte[] key = new byte[32];
        new SplittableRandom(1).nextBytes(key);
        Cipher chained = Cipher.getInstance("AES/CBC/NoPadding");
        for (int length = 0; length <= 255; length++) {
            message.clear();
            message.add("x".repeat(length));
            byte[] padded = new byte[(length + 16) / 16 * 16];
            padded[0] = (byte) length;
            System.arraycopy("x".repeat(length).getBytes(US_ASCII), 0, padded, 1, length);
            chained.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            byte[] all = chained.doFinal(padded);
            byte[] block = new byte[16];
            Prf.chain(Prf.cipher(key.clone()), message.blocks(), message.filled(), block);
            assertThat(block).isEqualTo(Arrays.copyOfRange(all, all.length - 16, all.length));
        }
    }

    @Test
    void a_message_that_does_not_fit_says_so_and_the_next_one_is_whole() {
        message.clear();
        message.add("x".repeat(256));
        assertThat(message.isTooLong()).isTrue();
        message.clear();
        message.addCounted("x".repeat(300));
        assertThat(message.isTooLong()).isTrue();
        message.clear();
        message.add("ab");
        assertThat(message.isTooLong()).isFalse();
        assertThat(Arrays.copyOf(message.blocks(), message.filled()))
                .isEqualTo(Arrays.copyOf(new byte[] {2, 'a', 'b'}, 16));
    }

    /** Zeros at the end, halves of surrogate pairs, the border between a sensor and what it saw: nothing runs into something else. */
    @Test
    void no_two_messages_are_the_same_and_none_is_the_beginning_of_another() {
        String[] texts = {
            "", "\0", "\0\0", "a", "a\0", "é", "Ã©", "\ud83d\ude97", "\ud83d", "\ude97", "?", "1", "12", "2"
        };
        Set<String> messages = new HashSet<>();
        for (String scope : texts) {
            for (String text : texts) {
                message.clear();
                message.addCounted(scope);
                message.add(text);
                messages.add(HexFormat.of().formatHex(message.blocks(), 0, message.filled()));
            }
        }
        assertThat(messages).hasSize(texts.length * texts.length);
        assertThat(messages)
                .allSatisfy(one -> assertThat(messages.stream().filter(other -> other.startsWith(one)))
                        .hasSize(1));
    }

    @Test
    void twelve_bytes_are_sixteen_characters_of_base64url() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            assertThat(new TextWriter().of(bytes))
                    .isEqualTo(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, 12)));
        }
    }
}
