package sluice.guard.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A guest's jar as bnd makes it, and everything that a stranger would change in it. */
public final class GuestJar {
    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="my.driver.D">
              <service>
                <provide interface="sluice.driver.spi.Driver"/>
              </service>
              <implementation class="my.driver.D"/>
            </scr:component>
            """;

    private static final byte[] CLASS = Compiler.one("my.driver.D", "package my.driver; public class D { }");

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String manifest = "";

    /** A driver as bnd makes it. */
    public GuestJar() {
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "my.driver");
        headers.put("Bundle-Version", "1.2.3");
        headers.put("Import-Package", "sluice.driver.spi;version=\"[1.0,2)\"");
        headers.put(
                "Provide-Capability",
                "osgi.service;objectClass:List<String>=\"sluice.driver.spi.Driver\";uses:=\"sluice.driver.spi\"");
        headers.put(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\","
                        + "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
        headers.put("Service-Component", "OSGI-INF/my.driver.D.xml");
        headers.put("Sluice-Allow-List", "1");
        entry("OSGI-INF/my.driver.D.xml", COMPONENT);
        entry("my/driver/D.class", CLASS);
    }

    /** With a header, or another value of one. */
    public GuestJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Without a header. */
    public GuestJar without(String name) {
        headers.remove(name);
        return this;
    }

    /** Replaces the whole manifest. */
    public GuestJar manifest(String text) {
        manifest = text;
        return this;
    }

    /** With an entry. */
    public GuestJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** With an entry that is text. */
    public GuestJar entry(String name, String text) {
        return entry(name, text.getBytes(UTF_8));
    }

    /** The component's description, with something in it replaced. */
    public GuestJar component(String what, String with) {
        if (!COMPONENT.contains(what)) {
            throw new IllegalArgumentException(what);
        }
        return entry("OSGI-INF/my.driver.D.xml", COMPONENT.replace(what, with));
    }

    /** The only class in it. */
    public static byte[] classFile() {
        return CLASS.clone();
    }

    /** The jar itself. */
    public byte[] bytes() {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        write(bytes);
        return bytes.toByteArray();
    }

    /** What the scan says of it, written into a folder. */
    public JarScan.Report scan(Path folder) {
        Path jar = folder.resolve("guest.jar");
        try {
            Files.write(jar, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JarScan.of(jar);
    }

    /** The rules that it breaks, each once. */
    public List<String> rules(Path folder) {
        return scan(folder).faults().stream().map(Fault::rule).distinct().toList();
    }

    private void write(OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            StringBuilder text = new StringBuilder(manifest);
            if (manifest.isEmpty()) {
                headers.forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
                text.append("\r\n");
            }
            put(zip, "META-INF/MANIFEST.MF", text.toString().getBytes(UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
