package sluice.guard.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a jar may be and hold, beside its classes. */
final class JarScanTest {
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

    /** Each of these makes some part of a platform act on a bundle; none is named, since only what is named is allowed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bundle-Activator",
                "ExtensionBundle-Activator",
                "Fragment-Host",
                "Require-Bundle",
                "DynamicImport-Package",
                "Export-Package",
                "Bundle-NativeCode",
                "Multi-Release",
                "Launcher-Agent-Class",
                "Premain-Class",
                "Agent-Class",
                "Boot-Class-Path",
                "Class-Path",
                "Karaf-Commands",
                "Web-ContextPath",
                "Webapp-Context",
                "Meta-Persistence",
                "Bundle-Blueprint",
                "Spring-Context",
                "SPI-Provider",
                "SPI-Consumer",
                "Bundle-UpdateLocation",
                "Bundle-ActivationPolicy",
                "Import-Service",
                "Export-Service",
                "Add-Opens",
                "Add-Exports",
                "Main-Class",
                "Require-Capability-X",
                "Deployment-Package"
            })
    void a_header_that_is_not_named_is_refused(String header) {
        assertThat(new GuestJar().header(header, "x").scan(folder).faults())
                .containsExactly(new Fault("MANIFEST", header, "header-not-allowed", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bundle-ManifestVersion | 1", "Bundle-SymbolicName | my.driver;singleton:=true", "Bundle-Version | 1.x",
                        "Bundle-ClassPath | .,lib.jar",
                "Bundle-Name | <script>alert(1)</script>", "Bundle-DocURL | javascript:alert(1)",
                        "Sluice-Allow-List | one", "Service-Component | OSGI-INF/*.xml",
                "Service-Component | OSGI-INF/other.xml", "Import-Package | sluice.driver.spi;bundle-symbolic-name=x",
                        "Import-Package | sluice.driver.spi;a=\"b",
            })
    void a_named_header_has_to_make_sense(String header, String value) {
        assertThat(rules(new GuestJar().header(header, value))).containsExactly("header-value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Import-Package | org.osgi.framework | import-not-allowed",
                "Import-Package | sluice.driver.spi,javax.management | import-not-allowed",
                "Import-Package | sluice.driver.spi;sluice.guard | import-not-allowed",
                "Import-Package | * | import-not-allowed",
                "Require-Capability | osgi.wiring.package;filter:=\"(osgi.wiring.package=org.osgi.framework)\" | capability-not-allowed",
                "Require-Capability | osgi.extender;filter:=\"(osgi.extender=osgi.blueprint)\" | capability-not-allowed",
                "Require-Capability | osgi.extender;filter:=\"(&(osgi.extender=osgi.cdi)(&(osgi.extender=osgi.component)(version>=1.0)(!(version>=2.0))))\" | capability-not-allowed",
                "Require-Capability | osgi.wiring.bundle | capability-not-allowed",
                "Require-Capability | osgi.native;filter:=\"(a=b)\" | capability-not-allowed",
                "Provide-Capability | osgi.wiring.package;osgi.wiring.package=x | capability-not-allowed",
                "Provide-Capability | osgi.extender;osgi.extender=osgi.component | capability-not-allowed",
                "Provide-Capability | osgi.identity | capability-not-allowed",
                "Provide-Capability | osgi.service;x=y | capability-not-allowed",
            })
    void it_is_wired_to_its_api_and_to_nothing_else(String header, String value, String rule) {
        assertThat(rules(new GuestJar().header(header, value))).containsExactly(rule);
    }

    /** One reader sees the first of two, another the last; so there is no manifest that can be read in two ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "Manifest-Version: 1.0\nBundle-SymbolicName: a\nbundle-symbolicname: b\n\n",
                        "\nManifest-Version: 1.0\n\n", "Manifest-Version: 1.0\rBundle-Activator: x\n\n",
                "Manifest-Version: 1.0\nno header\n\n", "Manifest-Version:1.0\n\n", "Manifest-Version: 1.0",
                        "Manifest-Version: 1.0\n\nName: a\n\nName: a\n\n",
                "Manifest-Version: 1.0\n\nSHA-256-Digest: a\nName: a\n\n", " Manifest-Version: 1.0\n\n",
            })
    void a_manifest_that_can_be_read_in_two_ways_is_refused(String text) {
        assertThat(rules(new GuestJar().manifest(text.isEmpty() ? "\n" : text))).contains("manifest");
    }

    @Test
    void sections_of_entries_hold_digests_only() {
        String head =
                "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: a\n\nName: my/driver/D.class\nSHA-256-Digest: x\n";
        assertThat(rules(new GuestJar().manifest(head + "\n"))).isEmpty();
        assertThat(rules(new GuestJar().manifest(head + "Java-Bean: True\n\n"))).containsExactly("header-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "OSGI-INF/blueprint/x.xml, entry-not-allowed",
        "META-INF/services/java.lang.Runnable, entry-not-allowed",
        "META-INF/versions/9/my/driver/E.txt, entry-not-allowed",
        "META-INF/spring/x.xml, entry-not-allowed",
        "META-INF/persistence.xml, entry-not-allowed",
        "META-INF/INDEX.LIST, entry-not-allowed",
        "meta-inf/manifest.mf, entry-not-allowed",
        "WEB-INF/web.xml, entry-not-allowed",
        "OSGI-INF/configurator/x.json, entry-not-allowed",
        "lib/x.jar, nested-archive",
        "lib/x.JAR, nested-archive",
        "a.war, nested-archive",
        "libx.so, native-library",
        "x.DLL, native-library",
        "libx.so.1, native-library",
        "../x, entry-name",
        "a/../../x, entry-name",
        "/x, entry-name",
        "a\\b, entry-name",
        "a//b, entry-name",
    })
    void an_entry_that_somebody_acts_on_is_refused(String name, String rule) {
        assertThat(rules(new GuestJar().entry(name, "x"))).contains(rule);
    }

    @Test
    void names_that_differ_in_case_only_are_refused() {
        assertThat(rules(new GuestJar().entry("a.txt", "x").entry("A.txt", "y")))
                .containsExactly("duplicate-entry");
    }

    /** The name says text; the content is what counts. */
    @Test
    void what_hides_its_nature_is_found_by_its_content() throws IOException {
        byte[] inner = new GuestJar().bytes();
        byte[] prefixed = ("#!/bin/sh\n" + new String(inner, ISO_8859_1)).getBytes(ISO_8859_1);
        assertThat(rules(new GuestJar().entry("a.txt", inner))).containsExactly("nested-archive");
        assertThat(rules(new GuestJar().entry("a.txt", prefixed))).containsExactly("nested-archive");
        assertThat(rules(new GuestJar().entry("a.txt", gzip(inner)))).containsExactly("nested-archive");
        assertThat(rules(new GuestJar().entry("a.txt", GuestJar.classFile()))).containsExactly("hidden-class");
        assertThat(rules(new GuestJar().entry("a.txt", "\u007fELF..."))).containsExactly("native-library");
        assertThat(rules(new GuestJar().entry("a.txt", new byte[] {(byte) 0xac, (byte) 0xed, 0, 5})))
                .containsExactly("serialised-object");
        assertThat(rules(new GuestJar().entry("my/driver/E.class", "no class"))).containsExactly("malformed-class");
        assertThat(rules(new GuestJar().entry("folder/", new byte[] {1}))).isNotEmpty();
    }

    @Test
    void a_class_lies_where_its_name_says() {
        assertThat(rules(new GuestJar().entry("my/driver/E.class", GuestJar.classFile())))
                .containsExactly("misplaced-class");
        assertThat(rules(new GuestJar().entry("BOOT/my/driver/D.class", GuestJar.classFile())))
                .containsExactly("misplaced-class");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class=\"my.driver.D\" | class=\"sluice.broker.Thing\" | component-class",
                "class=\"my.driver.D\" | class=\"java.lang.Thread\" | component-class",
                "sluice.driver.spi.Driver | javax.servlet.Servlet | component-service",
                "sluice.driver.spi.Driver | java.lang.Runnable | component-service",
                "<service> | <reference interface=\"org.osgi.service.cm.ConfigurationAdmin\"/><service> | component-service",
                "<service> | <reference interface=\"org.osgi.service.component.AnyService\"/><service> | component-service",
                "name=\"my.driver.D\" | name=\"sluice.transport.mqtt\" | foreign-configuration",
                "name=\"my.driver.D\" | name=\"my.driver.D\" configuration-pid=\"$ org.apache.karaf.shell\" | foreign-configuration",
                "name=\"my.driver.D\" | name=\"my.driver.D\" factory=\"x\" | description",
                "name=\"my.driver.D\" | name=\"my.driver.D\" deactivate=\"notifyAll\" | description",
                "name=\"my.driver.D\" | name=\"my.driver.D\" activate=\"printStackTrace\" | description",
                "<service> | <properties entry=\"x\"/><service> | description",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?> | <!DOCTYPE x SYSTEM \"file:///etc/passwd\"> | description",
                "UTF-8 | UTF-16 | description",
                "</scr:component> | </scr:component><x/> | description",
                "v1.3.0 | v9.9.9 | description",
                "<service> | <?xml-stylesheet href=\"x\"?><service> | description",
                "my.driver.D\"> | &xxe;\"> | description",
                "<service> | <x:y xmlns:x=\"z\"/><service> | description",
            })
    void a_component_is_described_as_bnd_does_it(String what, String with, String rule) {
        assertThat(rules(new GuestJar().component(what, with))).containsExactly(rule);
    }

    @Test
    void a_component_may_have_what_annotations_give_it() {
        GuestJar jar = new GuestJar()
                .component(
                        "name=\"my.driver.D\">",
                        "name=\"my.driver.D\" activate=\"start\" modified=\"changed\" configuration-pid=\"$ my.driver.shared\" init=\"1\">"
                                + "<property name=\"alarm\" type=\"Double\" value=\"0.8\"/><property name=\"models\">M1\nM2 &lt;&#65;</property>"
                                + "<reference name=\"r\" interface=\"my.driver.D\" cardinality=\"0..1\" field=\"granted\"/>");
        assertThat(jar.scan(folder).faults()).isEmpty();
    }

    @Test
    void metatype_describes_its_own_configuration_only() {
        String xml =
                "<MetaData xmlns=\"http://www.osgi.org/xmlns/metatype/v1.4.0\"><Designate pid=\"org.apache.karaf.jaas\"/></MetaData>";
        assertThat(rules(new GuestJar().entry("OSGI-INF/metatype/x.xml", xml)))
                .containsExactly("foreign-configuration");
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
        for (int i = 0; i <= Limits.ENTRIES; i++) {
            jar.entry("e" + i, "");
        }
        assertThat(rules(jar)).containsExactly("too-many-entries");
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
        return jar.scan(folder).faults().stream().map(Fault::rule).distinct().toList();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
