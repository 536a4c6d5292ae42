package sluice.guard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArmedRuleTest {
    private static final String HELLO =
            "public final class Hello implements java.util.function.Supplier<String> { public String get() { return \"hello\"; } }";

    @TempDir
    private static Path folder;

    private static Lab lab;
    private static Path hello;

    @BeforeAll
    static void laboratory() throws IOException {
        lab = new Lab(folder);
        hello = Jars.bundle(folder.resolve("hello.jar"), "Bundle-SymbolicName: hello", "Hello", HELLO);
    }

    @BeforeEach
    void noTrust() {
        lab.trustNothing();
    }

    @Test
    void a_bundle_on_a_trust_list_runs_without_the_guard() {
        lab.trust(hello);

        assertThat(lab.felix("", "install=" + hello, "call=guest.Hello").lines())
                .contains("call: hello");
    }

    @Test
    void no_class_of_any_other_bundle_loads_until_the_guard_is_armed() {
        assertThat(lab.felix("", "install=" + hello, "call=guest.Hello", "refusals=", "arm=", "call=guest.Hello")
                        .lines())
                .anySatisfy(line -> assertThat(line).startsWith("call: thrown ClassFormatError"))
                .contains("refusals: {class=1}")
                .containsSubsequence("arm: true", "call: hello");
    }

    @Test
    void disarmed_means_the_same_as_never_armed() {
        assertThat(lab.felix("", "install=" + hello, "arm=", "disarm=", "call=guest.Hello")
                        .lines())
                .last()
                .asString()
                .startsWith("call: thrown ClassFormatError");
    }

    @Test
    void a_guest_in_the_cache_of_a_restarted_framework_is_still_a_guest() {
        Path cache = folder.resolve("kept");
        lab.felixIn(cache, "", "install=" + hello);

        assertThat(lab.felixIn(cache, "", "cached=", "call=guest.Hello").lines())
                .contains("cached: 1")
                .last()
                .asString()
                .startsWith("call: thrown ClassFormatError");
    }

    @Test
    void an_update_is_judged_by_its_own_content() {
        Path other = Jars.bundle(
                folder.resolve("other.jar"),
                "Bundle-SymbolicName: hello",
                "Hello",
                HELLO.replace("\"hello\"", "\"other\""));
        lab.trust(hello);

        assertThat(lab.felix(
                                "",
                                "install=" + hello,
                                "call=guest.Hello",
                                "update=" + other,
                                "refresh=",
                                "call=guest.Hello")
                        .lines())
                .contains("call: hello")
                .last()
                .asString()
                .startsWith("call: thrown ClassFormatError");
    }

    @Test
    void a_folder_is_never_trusted_whatever_lies_in_it() throws IOException {
        Path unpacked = Files.createDirectories(folder.resolve("unpacked/META-INF"));
        Files.write(unpacked.resolve("MANIFEST.MF"), Jars.manifest("Bundle-SymbolicName: hello"));
        Files.createDirectories(folder.resolve("unpacked/guest"));
        Files.write(
                folder.resolve("unpacked/guest/Hello.class"),
                Jars.classes(hello).get("guest/Hello.class"));
        lab.trust(hello);

        assertThat(lab.felix("", "reference=" + folder.resolve("unpacked"), "call=guest.Hello")
                        .lines())
                .last()
                .asString()
                .startsWith("call: thrown ClassFormatError");
    }

    @Test
    void a_jar_that_is_replaced_under_its_bundle_loses_its_trust() {
        Path both = Jars.bundle(
                folder.resolve("both.jar"),
                "Bundle-SymbolicName: hello",
                "Hello",
                HELLO + HELLO.replace("public final class Hello", "final class Late"));
        Path live = folder.resolve("live.jar");
        lab.trust(both);

        assertThat(lab.felix(
                                "",
                                "replace=" + both + "," + live,
                                "reference=" + live,
                                "call=guest.Hello",
                                "replace=" + hello + "," + live,
                                "call=guest.Late")
                        .lines())
                .contains("call: hello")
                .last()
                .asString()
                .contains("ClassFormatError");
    }

    @Test
    void a_class_with_a_forbidden_call_does_not_load_although_the_guard_is_armed() {
        Path writer = Jars.bundle(
                folder.resolve("writer.jar"),
                "Bundle-SymbolicName: writer",
                "Writer",
                HELLO.replace("class Hello", "class Writer").replace("\"hello\"", "System.getProperty(\"user.home\")"));

        assertThat(lab.felix("", "install=" + writer, "arm=", "call=guest.Writer")
                        .lines())
                .last()
                .asString()
                .startsWith("call: thrown ClassFormatError");
    }

    @Test
    void a_jar_that_is_copied_there_once_more_keeps_its_trust() {
        Path both = Jars.bundle(
                folder.resolve("same.jar"),
                "Bundle-SymbolicName: hello",
                "Hello",
                HELLO + HELLO.replace("public final class Hello", "final class Late"));
        Path live = folder.resolve("same-live.jar");
        lab.trust(both);

        assertThat(lab.felix(
                                "",
                                "replace=" + both + "," + live,
                                "reference=" + live,
                                "call=guest.Hello",
                                "replace=" + both + "," + live,
                                "load-class=guest.Late")
                        .lines())
                .contains("call: hello", "load-class: class guest.Late");
    }
}
