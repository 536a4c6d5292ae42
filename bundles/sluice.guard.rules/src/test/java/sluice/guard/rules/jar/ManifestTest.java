package sluice.guard.rules.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.guard.rules.Fault;
import sluice.guard.rules.GuestJar;

/** What a jar's manifest may say. */
final class ManifestTest {
    @TempDir
    private Path folder;

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

    private List<String> rules(GuestJar jar) {
        return jar.rules(folder);
    }
}
