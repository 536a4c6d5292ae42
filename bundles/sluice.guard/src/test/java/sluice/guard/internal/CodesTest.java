package sluice.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A person who is told a code can look up what it means. */
final class CodesTest {
    private static final Pattern CODE =
            Pattern.compile("(?:Fault\\(|Broken\\(|fault\\(|no\\(|tell\\()[^;]*?;", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|unsigned)\"");

    @Test
    void every_code_of_the_guard_is_documented() throws IOException {
        String documented = Files.readString(Path.of("../../docs/reference/error-codes.md"));
        Set<String> codes = codes();

        assertThat(codes)
                .contains("name-taken", "unsigned", "list-unwritable", "guard-stopping")
                .hasSizeGreaterThan(30);
        assertThat(codes).allSatisfy(code -> assertThat(documented).contains("`" + code + "`"));
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher call = CODE.matcher(Files.readString(source));
                while (call.find()) {
                    WORD.matcher(call.group()).results().forEach(word -> codes.add(word.group(1)));
                }
            }
        }
        return codes;
    }
}
