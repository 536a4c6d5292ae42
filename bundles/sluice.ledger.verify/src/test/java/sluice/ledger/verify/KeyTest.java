package sluice.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyTest {
    /** The example of Go's package golang.org/x/mod/sumdb/note. */
    private static final String GO = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String SIGNATURE =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    @TempDir
    private Path folder;

    @Test
    void the_published_signature_is_the_published_keys() {
        byte[] blob = Base64.getDecoder().decode(SIGNATURE);
        byte[] signature = java.util.Arrays.copyOfRange(blob, 4, blob.length);
        Key key = Key.read(GO);
        assertThat(blob).startsWith(key.id());
        assertThat(key.signed(TEXT, signature)).isTrue();
        assertThat(key.signed(TEXT + "\n", signature)).isFalse();
        signature[0] ^= 1;
        assertThat(key.signed(TEXT, signature)).isFalse();
    }

    /** RFC 8032, section 7.1, test 3, as a key of a log named "x" would sign two bytes that are no text. */
    @Test
    void a_key_whose_x_is_negative_is_read_as_rfc_8032_writes_it() {
        byte[] key = HexFormat.of().parseHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
        byte[] negative = HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(new Key("x", 1, negative).signed("r", signature)).isTrue();
        assertThat(new Key("x", 1, key).signed("r", signature)).isFalse();
    }

    @Test
    void what_is_no_key_is_refused() {
        for (String text : List.of("", "a", "a+b", "a+00000000+AQ==", GO.replace("c74f", "c74e"))) {
            assertThatThrownBy(() -> Key.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_program_tells_refuted_from_not_understood() throws IOException {
        assertThat(run()).contains("usage");
        assertThat(run(folder.toString(), "--key", GO)).contains("can not read");
        Files.writeString(folder.resolve("checkpoint"), TEXT + "\n\u2014 PeterNeumann " + SIGNATURE + "\n", UTF_8);
        assertThat(run(folder.toString(), "--key", GO)).contains("REFUTED").contains("no checkpoint");
        Files.writeString(
                folder.resolve("checkpoint"),
                TEXT.replace("If", "It") + "\n\u2014 PeterNeumann " + SIGNATURE + "\n",
                UTF_8);
        assertThat(run(folder.toString(), "--key", GO)).contains("REFUTED").contains("is wrong");
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(arguments, new PrintStream(out, true, UTF_8));
        return code + " " + out.toString(UTF_8);
    }
}
