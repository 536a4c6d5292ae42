package sluice.guard.rules.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.guard.rules.Fault;
import sluice.guard.rules.GuestJar;
import sluice.guard.rules.JarScan;

/** What a jar may be as a whole: what builds make is accepted, and no bytes make the scan fail. */
final class WholeJarTest {
    private static final int MOST_ENTRIES = 10_000;

    @TempDir
    private Path folder;

    @Test
    void what_bnd_makes_of_a_driver_is_accepted() {
        JarScan.Report report = new GuestJar().scan(folder);
        assertThat(report.faults()).isEmpty();
        assertThat(report).isEqualTo(new JarScan.Report("my.driver", "1.2.3", 1, 1, List.of()));
    }

    @Test
    void what_people_add_to_a_jar_is_accepted() {
        GuestJar jar = new GuestJar()
                .header("Bundle-Vendor", "Vendor & Söhne, Åbo")
                .header("Bundle-License", "\"Apache-2.0\";link=\"https://www.apache.org/licenses/\"")
                .header("Bundle-DocURL", "https://example.org/driver")
                .header("Bundle-ClassPath", ".")
                .entry("META-INF/LICENSE.txt", "do what you like")
                .entry("META-INF/maven/my.group/my.driver/pom.xml", "<project/>")
                .entry("my/driver/table.csv", "a,b\n1,2\n")
                .entry("OSGI-INF/l10n/metatype.properties", "a=b\n")
                .entry(
                        "OSGI-INF/metatype/my.driver.Config.xml",
                        "<metatype:MetaData xmlns:metatype=\"http://www.osgi.org/xmlns/metatype/v1.4.0\" localization=\"OSGI-INF/l10n/metatype\">"
                                + "<OCD id=\"my.driver.Config\" name=\"Driver\"><AD id=\"alarm\" type=\"Double\" default=\"0.8\" min=\"0\"/></OCD>"
                                + "<Designate pid=\"my.driver.D\"><Object ocdref=\"my.driver.Config\"/></Designate></metatype:MetaData>");
        assertThat(jar.scan(folder).faults()).isEmpty();
    }

    @Test
    void a_bomb_is_a_fault_and_no_failure() {
        assertThat(rules(new GuestJar().entry("zeros.bin", new byte[7 << 20]))).containsExactly("too-large");
        byte[] noise = new byte[(8 << 20) + 1];
        new Random(1).nextBytes(noise);
        assertThat(rules(new GuestJar().entry("noise.bin", noise))).containsExactly("too-large");
    }

    @Test
    void too_many_entries_are_not_read() {
        GuestJar jar = new GuestJar();
        for (int i = 0; i <= MOST_ENTRIES; i++) {
            jar.entry("e" + i, "");
        }
        assertThat(jar.rules(folder)).containsExactly("too-many-entries");
    }

    @Test
    void what_is_no_jar_is_a_fault() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jar"), "no jar");
        assertThat(JarScan.of(file).faults()).extracting(Fault::rule).containsExactly("not-a-jar");
        assertThat(JarScan.of(folder.resolve("absent.jar")).faults())
                .extracting(Fault::rule)
                .containsExactly("not-a-jar");
    }

    /** Whatever bytes a stranger sends: a report, soon. */
    @Test
    void survives_damaged_jars() throws IOException {
        Random random = new Random(20180413);
        byte[] original = new GuestJar().bytes();
        Path file = folder.resolve("damaged.jar");
        List<Integer> faults = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = original.clone();
            for (int j = 0; j < 3; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            faults.add(JarScan.of(file).faults().size());
        }
        assertThat(faults).hasSize(2_000).contains(0).anyMatch(count -> count > 0);
    }

    private List<String> rules(GuestJar jar) {
        return jar.rules(folder);
    }
}
