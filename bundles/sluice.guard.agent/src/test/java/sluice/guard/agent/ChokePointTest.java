package sluice.guard.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChokePointTest {
    private static final String HEADERS =
            "Import-Package: com.sun.net.httpserver,javax.management,javax.naming,javax.script,javax.crypto,"
                    + "javax.xml.parsers,org.w3c.dom,org.xml.sax\nBundle-SymbolicName: ";

    @TempDir
    private static Path folder;

    private static Lab lab;
    private static Path attempts;
    private static Path lawful;

    @BeforeAll
    static void laboratory() throws IOException {
        lab = new Lab(folder);
        attempts = Jars.bundle(
                folder.resolve("attempts.jar"), HEADERS + "attempts", "Attempts", resource("Attempts.java.txt"));
        lawful = Jars.bundle(folder.resolve("lawful.jar"), HEADERS + "lawful", "Lawful", resource("Lawful.java.txt"));
    }

    @BeforeEach
    void noTrust() {
        lab.trustNothing();
    }

    @Test
    void every_family_is_refused_to_a_guest() {
        Map<String, String> outcomes = outcomes(lab.felix("layers=jdk", "install=" + attempts, "call=guest.Attempts"));

        assertThat(outcomes)
                .hasSizeGreaterThan(45)
                .allSatisfy((what, outcome) -> assertThat(outcome).contains(":"))
                .containsEntry("dns", "dns:java.net.InetAddress.getAllByName0")
                .containsEntry("file", "file:java.io.File.exists")
                .containsEntry("privileged", "property:java.lang.System.getProperty")
                .containsEntry("reference", "property:java.lang.System.getenv");
    }

    @Test
    void none_is_refused_when_the_layer_is_off() {
        Map<String, String> outcomes = outcomes(lab.felix("layers=none", "install=" + attempts, "call=guest.Attempts"));

        assertThat(outcomes)
                .hasSizeGreaterThan(45)
                .allSatisfy((what, outcome) -> assertThat(outcome).isEqualTo("reached"));
    }

    @Test
    void none_is_refused_to_the_platform_although_a_guest_is_there() {
        lab.trust(attempts);

        Map<String, String> outcomes = outcomes(lab.felix(
                "layers=jdk", "install=" + lawful, "call=guest.Lawful", "install=" + attempts, "call=guest.Attempts"));

        assertThat(outcomes).hasSizeGreaterThan(70);
        assertThat(outcomes.entrySet().stream()
                        .filter(outcome -> outcome.getValue().contains(":java")))
                .isEmpty();
    }

    @Test
    void a_guest_may_be_the_first_who_uses_a_class_of_the_jdk() {
        Map<String, String> outcomes = outcomes(lab.felix("layers=jdk", "install=" + lawful, "call=guest.Lawful"));

        assertThat(outcomes)
                .hasSizeGreaterThan(28)
                .allSatisfy((what, outcome) -> assertThat(outcome).startsWith("fine"));
    }

    @Test
    void a_method_reference_that_a_guest_hands_out_is_still_the_guests() {
        Path reference = Jars.bundle(folder.resolve("reference.jar"), HEADERS + "reference", "Reference", """
                public final class Reference implements java.util.function.Supplier<Object> {
                    public Object get() { return (java.util.function.Function<String, String>) System::getProperty; }
                }
                """);

        assertThat(lab.felix("layers=jdk", "install=" + reference, "apply=guest.Reference")
                        .lines())
                .contains("apply: thrown SecurityException `choke-point property:java.lang.System.getProperty` ");
    }

    @Test
    void a_guest_neither_arms_nor_disarms() {
        Path armer = Jars.bundle(
                folder.resolve("armer.jar"),
                "Import-Package: sluice.guard.agent\nBundle-SymbolicName: armer",
                "Armer",
                """
                public final class Armer implements java.util.function.Supplier<Object> {
                    public Object get() { sluice.guard.agent.Gate.disarm(); return "done"; }
                }
                """);

        assertThat(lab.felix("layers=jdk", "install=" + armer, "arm=", "call=guest.Armer")
                        .lines())
                .contains("arm: true", "call: thrown SecurityException `choke-point gate` ");
    }

    @Test
    void what_was_refused_is_counted_by_the_choke_points_name() {
        assertThat(lab.felix("layers=jdk", "install=" + attempts, "call=guest.Attempts", "refusals=")
                        .out())
                .contains("exec:java.lang.ProcessBuilder.start=1")
                .contains("property:java.lang.System.getProperty=");
    }

    private static Map<String, String> outcomes(Lab.Outcome outcome) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcome.out().lines().filter(line -> line.contains(" -> ")).forEach(line -> {
            String[] parts = line.split(" -> ", 2);
            outcomes.put(parts[0], parts[1]);
        });
        assertThat(outcomes).as(outcome.toString()).isNotEmpty();
        return outcomes;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ChokePointTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
