package sluice.guard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that do not simply come out of a guest's jar. */
final class LineageTest {
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

    /** Why look-up objects are kept from guests by the scan and by the choke points: the JVM tells no agent of a hidden class. */
    @Test
    void a_hidden_class_never_comes_before_the_agent() {
        Path writer = Jars.bundle(
                folder.resolve("hidden.jar"),
                "Bundle-SymbolicName: writer",
                "Writer",
                HELLO.replace("class Hello", "class Writer").replace("\"hello\"", "System.getProperty(\"user.home\")"));

        Lab.Outcome outcome = lab.run(
                FelixProgram.class,
                "",
                List.of("--add-opens", "java.base/java.lang.invoke=ALL-UNNAMED"),
                List.of(
                        folder.resolve("hidden").toString(),
                        "install=" + hello,
                        "arm=",
                        "hidden=" + writer,
                        "visible=" + writer));

        assertThat(outcome.lines())
                .contains("hidden: true")
                .last()
                .asString()
                .startsWith("visible: thrown ClassFormatError");
    }

    @Test
    void what_the_jdk_makes_for_a_guest_passes() {
        Path annotated = Jars.bundle(folder.resolve("annotated.jar"), "Bundle-SymbolicName: annotated", "Hello", """
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @interface Config { int seconds() default 7; }

                @Config
                public final class Hello implements java.util.function.Supplier<String> {
                    record Pair(String left, int right) {}
                    enum Colour { RED, GREEN }
                    public String get() {
                        java.util.function.Function<Integer, String> shown = number -> "n" + number + new Pair("l", number);
                        return shown.apply(switch (Colour.GREEN) { case RED -> 1; case GREEN -> 2; });
                    }
                }
                """);

        assertThat(lab.felix(
                                "",
                                "install=" + annotated,
                                "arm=",
                                "calls=guest.Hello",
                                "annotation=guest.Hello",
                                "refusals=")
                        .lines())
                .contains("calls: n2Pair[left=l, right=2]", "annotation: @guest.Config(seconds=7)", "refusals: {}");
    }

    @Test
    void a_loader_behind_which_a_guest_stands_defines_nothing() {
        Path other = Jars.bundle(
                folder.resolve("child.jar"),
                "Bundle-SymbolicName: child",
                "Child",
                HELLO.replace("class Hello", "class Child"));

        assertThat(lab.felix("", "install=" + hello, "arm=", "call=guest.Hello", "offspring=" + other + ",guest.Child")
                        .lines())
                .contains("call: hello")
                .last()
                .asString()
                .startsWith("offspring: thrown ClassFormatError");
    }

    @Test
    void a_fragment_of_a_stranger_adds_no_class_to_a_platform_bundle() {
        Path fragment = Jars.bundle(
                folder.resolve("fragment.jar"),
                "Bundle-SymbolicName: fragment\nFragment-Host: hello",
                "Child",
                HELLO.replace("class Hello", "class Child"));
        lab.trust(hello);

        assertThat(lab.felix(
                                "",
                                "install=" + fragment,
                                "install=" + hello,
                                "arm=",
                                "call=guest.Hello",
                                "call=guest.Child")
                        .lines())
                .contains("call: hello")
                .last()
                .asString()
                .startsWith("call: thrown ClassFormatError");
    }

    @Test
    void no_code_of_an_extension_runs_unless_it_is_trusted() {
        Path extension = Jars.bundle(
                folder.resolve("extension.jar"),
                "Bundle-SymbolicName: extension\nFragment-Host: system.bundle; extension:=framework\nExtensionBundle-Activator: guest.Extension",
                "Extension",
                """
                public final class Extension implements org.osgi.framework.BundleActivator {
                    public void start(org.osgi.framework.BundleContext context) { System.out.println("extension runs"); }
                    public void stop(org.osgi.framework.BundleContext context) {}
                }
                """);

        assertThat(extended("layers=none", extension)).contains("extension runs");
        assertThat(extended("", extension))
                .doesNotContain("extension runs")
                .contains("extension-refused", "{extension=1}");
        lab.trust(extension);
        assertThat(extended("", extension)).contains("extension runs");
    }

    private static String extended(String agent, Path extension) {
        return lab.run(
                        FelixProgram.class,
                        agent,
                        List.of("--add-opens", "java.base/jdk.internal.loader=ALL-UNNAMED"),
                        List.of(
                                folder.resolve("extended" + agent.length() + System.nanoTime())
                                        .toString(),
                                "install=" + extension,
                                "refusals="))
                .out();
    }
}
