package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import sluice.app.api.Application;

/** Makes the bundle of an application that exists for a test only. Its symbolic name is its package, or one that the test gives it. */
final class TestBundle {
    private TestBundle() {}

    /** A jar with one Declarative Services component, and the records that it uses; the same bytes each time. */
    static byte[] of(Class<? extends Application> application, List<Class<? extends Record>> records) {
        return of(application.getPackageName(), application, records);
    }

    /** The same under another symbolic name, which the resource {@code recipient} tells, and with classes that help it. */
    static byte[] of(String name, Class<? extends Application> application, List<? extends Class<?>> others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            ByteArrayOutputStream manifest = new ByteArrayOutputStream();
            manifest(name).write(manifest);
            add(jar, JarFile.MANIFEST_NAME, manifest.toByteArray());
            add(jar, "OSGI-INF/application.xml", component(application).getBytes(UTF_8));
            add(jar, "recipient", name.getBytes(UTF_8));
            add(jar, application);
            for (Class<?> type : others) {
                add(jar, type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Manifest manifest(String name) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Sluice-Allow-List", "1");
        main.putValue("Import-Package", "sluice.app.api;version=\"[1,2)\"");
        main.putValue("Service-Component", "OSGI-INF/application.xml");
        main.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\",osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
        return manifest;
    }

    private static String component(Class<?> application) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <service><provide interface="%2$s"/></service>
                  <implementation class="%1$s"/>
                </scr:component>
                """.formatted(application.getName(), Application.class.getName());
    }

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream code = TestBundle.class.getClassLoader().getResourceAsStream(path)) {
            if (code == null) {
                throw new IOException("no class file of " + type.getName());
            }
            add(jar, path, code.readAllBytes());
        }
    }

    private static void add(JarOutputStream jar, String path, byte[] bytes) throws IOException {
        JarEntry entry = new JarEntry(path);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}
