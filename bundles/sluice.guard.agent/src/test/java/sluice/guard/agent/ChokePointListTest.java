package sluice.guard.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The lists that are kept with the sources, against the JDK that runs this. */
final class ChokePointListTest {
    private static final Path LISTS = Path.of("src/main/resources/sluice/guard/agent");

    /** The lists were made on it. On another one a difference is told, because it may have a method more or less. */
    private static final int JDK = 17;

    private static CheckedMethods methods;

    @BeforeAll
    static void walkTheJdk() {
        methods = CheckedMethods.ofThisJdk();
    }

    @Test
    void the_list_of_choke_points_says_what_the_jdk_does(TestReporter reporter) throws IOException {
        compare("choke-points.txt", ChokePointList.chokePoints(methods), reporter);
    }

    @Test
    void the_list_of_privileged_methods_says_what_the_jdk_does(TestReporter reporter) throws IOException {
        compare("privileged.txt", ChokePointList.privileged(methods), reporter);
    }

    @Test
    void what_applications_are_known_to_use_is_a_choke_point() {
        assertThat(methods.checks().keySet())
                .contains(
                        "java/net/Socket connect (Ljava/net/SocketAddress;I)V",
                        "java/net/InetAddress getAllByName0 (Ljava/lang/String;Ljava/net/InetAddress;ZZ)[Ljava/net/InetAddress;",
                        "java/io/FileInputStream <init> (Ljava/io/File;)V",
                        "java/lang/ProcessBuilder start ([Ljava/lang/ProcessBuilder$Redirect;)Ljava/lang/Process;",
                        "java/lang/System getProperty (Ljava/lang/String;)Ljava/lang/String;",
                        "java/lang/Class getDeclaredMethods ()[Ljava/lang/reflect/Method;");
    }

    @Test
    void each_choke_point_by_hand_exists_and_is_on_the_list_once() throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> generated = Files.readAllLines(LISTS.resolve("choke-points.txt"));
        for (String line : Files.readAllLines(LISTS.resolve("choke-points-by-hand.txt"))) {
            String[] words = line.replaceAll("#.*", "").strip().split("\\s+");
            if (words.length > 1) {
                String start = words[0] + ' ' + words[1] + (words[2].equals("*") ? " " : ' ' + words[2]);
                assertThat(methods.all().stream().anyMatch(method -> method.startsWith(start)))
                        .as(line)
                        .isTrue();
                assertThat(words[2].equals("*") ? List.<String>of() : generated)
                        .as(line)
                        .noneMatch(method -> method.startsWith(start));
                assertThat(seen.add(start)).as(line).isTrue();
                assertThat(line).as("a reason").matches(".*# .{5,}");
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
    }

    private static void compare(String file, String fresh, TestReporter reporter) throws IOException {
        Set<String> kept = new TreeSet<>(Files.readAllLines(LISTS.resolve(file)));
        Set<String> made = new TreeSet<>(fresh.lines().toList());
        if (Runtime.version().feature() == JDK) {
            assertThat(made).isEqualTo(kept);
        }
        Set<String> missing = new TreeSet<>(made);
        missing.removeAll(kept);
        reporter.publishEntry(file, missing.size() + " methods of this JDK are not listed: " + missing);
    }
}
