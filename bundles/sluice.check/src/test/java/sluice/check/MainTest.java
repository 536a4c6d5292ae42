package sluice.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a vendor runs it: a process, with a jar of what the build compiled and nothing else. */
final class MainTest {
    @TempDir
    private Path folder;

    private Path program;

    private record Answer(int status, String out, String err) {}

    @BeforeEach
    void packs_the_program_as_the_build_does() throws IOException {
        program = folder.resolve("sluice.check.jar");
        Path classes = Path.of("target/classes");
        Manifest manifest;
        try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(program), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.endsWith("MANIFEST.MF"))
                    .toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
    }

    @Test
    void a_jar_that_may_be_a_guest_gives_status_0() throws Exception {
        Answer answer = run(guest("good.jar", "Bundle-Version", "1.0.0").toString());
        assertThat(answer).isEqualTo(new Answer(0, "good.jar: my.driver 1.0.0, 0 classes: may be a guest\n", ""));
    }

    @Test
    void every_fault_has_a_line_with_its_rule_and_gives_status_1() throws Exception {
        Answer answer = run(
                guest("good.jar", "Bundle-Version", "1.0.0").toString(),
                guest("bad.jar", "Bundle-Activator", "x.Y").toString());
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains(
                        "MANIFEST: Bundle-Activator (header-not-allowed)\n",
                        "bad.jar: my.driver 0.0.0, 0 classes: 1 fault\n");
    }

    /** The program's own jar reads files and prints: the positive control, and the scan of a real class. */
    @Test
    void class_member_rule_and_substitute_are_named() throws Exception {
        Answer answer = run(program.toString());
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .contains("sluice.check.Main: java.lang.System.out (member-not-allowed); instead: note(code, number)\n")
                .contains(
                        "sluice.check.Digest: java.nio.file.Files (type-not-allowed); instead: state by Effect.Put\n");
        assertThat(run("--summary", program.toString()).out())
                .containsPattern("[0-9]+ of [0-9]+ classes refused\n  [0-9]+ x ");
    }

    @Test
    void it_prints_the_list_that_it_brings() throws Exception {
        Answer answer = run("--allow-list");
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).startsWith("# Sluice allow-list 1").contains("\ndeny java.lang.String.intern() -> ");
    }

    @Test
    void what_makes_no_sense_gives_status_2() throws Exception {
        assertThat(run().status()).isEqualTo(2);
        Answer absent = run(folder.resolve("absent.jar").toString());
        assertThat(absent.status()).isEqualTo(2);
        assertThat(absent.err()).startsWith("no jar `").contains("usage: ");
    }

    private Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", program.toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        return new Answer(process.waitFor(), out.toString(UTF_8), Files.readString(err));
    }

    private Path guest(String file, String header, String value) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "my.driver");
        manifest.getMainAttributes().putValue(header, value);
        Path jar = folder.resolve(file);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            manifest.write(zip);
            zip.closeEntry();
        }
        return jar;
    }
}
