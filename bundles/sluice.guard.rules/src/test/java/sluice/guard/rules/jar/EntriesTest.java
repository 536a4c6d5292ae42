package sluice.guard.rules.jar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.guard.rules.GuestJar;

/** What may lie in a jar, and where. */
final class EntriesTest {
    @TempDir
    private Path folder;

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

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private List<String> rules(GuestJar jar) {
        return jar.rules(folder);
    }
}
