package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is told a code can look it up. */
final class CodesTest {
    /** A word with a hyphen, alone in a literal: rules are written so, and nothing else here is. */
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Set<String> OTHER = Set.of(
            "utf-8",
            "configuration-pid",
            "activation-fields",
            "configuration-policy",
            "policy-option",
            "field-option",
            "field-collection-type");

    @Test
    void every_code_is_documented() throws IOException {
        String documented = Files.readString(Path.of("../../docs/reference/error-codes.md"));
        assertThat(codes())
                .hasSizeGreaterThan(30)
                .allSatisfy(code -> assertThat(documented).contains("`" + code + "`"));
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/sluice/guard/rules"))) {
            sources.map(CodesTest::text).forEach(text -> {
                Matcher matcher = CODE.matcher(text);
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            });
        }
        codes.removeAll(OTHER);
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
