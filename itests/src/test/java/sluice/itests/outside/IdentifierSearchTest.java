package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it finds what is there. */
final class IdentifierSearchTest {
    private static final String PLATE = "QZX-4417";

    private final IdentifierSearch search = new IdentifierSearch(List.of(PLATE));

    @Test
    void every_form_is_found_in_the_middle_of_a_file(@TempDir Path folder) throws IOException {
        for (IdentifierSearch.Form form : IdentifierForms.of(PLATE)) {
            Path file = folder.resolve("f");
            Files.write(file, surrounded(form.bytes()));
            assertThat(search.in(folder, List.of(file)))
                    .as(form.name())
                    .extracting(IdentifierSearch.Hit::form)
                    .contains(form.name());
        }
    }

    @Test
    void forms_are_made_as_the_worlds_own_tools_make_them() throws Exception {
        byte[] sha1 = MessageDigest.getInstance("SHA-1").digest("qzx4417".getBytes(UTF_8));

        assertFound("id=" + HexFormat.of().withUpperCase().formatHex(sha1) + ";");
        assertFound(Base64.getEncoder().encodeToString("{\"p\":\"QZX4417\"}".getBytes(UTF_8)));
        assertFound(Base64.getEncoder().encodeToString("{\"pl\":\"QZX4417\"}".getBytes(UTF_8)));
        assertFound(Base64.getEncoder().encodeToString("{\"pla\":\"QZX4417\"}".getBytes(UTF_8)));
        assertFound("51005a0058002d003400340031003700");
        assertFound("qzx-4417");
    }

    @Test
    void a_name_of_a_file_is_looked_at_too(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("photo-of-QZX4417.jpg"));

        assertThat(search.in(folder, List.of(file))).hasSize(1);
    }

    @Test
    void other_identifiers_are_not_found() {
        assertThat(search.in("text", "QZX-4418 qzx4416 QZX 441".getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void there_are_spellings_encodings_and_digests_enough() {
        assertThat(IdentifierForms.of(PLATE).stream()
                        .map(form -> form.name().replaceAll(", (hex|HEX|base64.*|URL alphabet)$", ""))
                        .collect(Collectors.toSet()))
                .hasSize(4 * 6);
    }

    private void assertFound(String text) {
        assertThat(search.in("text", text.getBytes(UTF_8))).as(text).isNotEmpty();
    }

    private static byte[] surrounded(byte[] form) {
        byte[] bytes = new byte[form.length + 10];
        System.arraycopy(form, 0, bytes, 5, form.length);
        return bytes;
    }
}
