package sluice.itests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import sluice.itests.lab.Activator;
import sluice.itests.outside.Instance;
import sluice.itests.outside.TrustList;

/** The lab as a bundle. */
final class LabBundle {
    private static final String PACKAGE = "sluice/itests/lab/";

    private LabBundle() {}

    /** Puts it into an instance that does not run yet, as a part of its platform. */
    static void install(Instance instance) {
        byte[] jar = jar();
        if (System.getProperty("sluice.sign.keystore") != null) {
            TrustList.add(instance, "lab", jar);
        }
        instance.write("deploy/lab.jar", jar);
    }

    private static byte[] jar() {
        try {
            Path classes = Path.of(Activator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            Map<String, byte[]> entries = new TreeMap<>();
            Folders.contents(classes.resolve(PACKAGE)).forEach((name, bytes) -> entries.put(PACKAGE + name, bytes));
            Path jar = Files.createTempFile("lab", ".jar");
            Packer.write(jar, headers(), entries);
            byte[] bytes = Files.readAllBytes(jar);
            Files.delete(jar);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers() {
        return Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "sluice.itests.lab",
                "Bundle-Version", "1.0.0",
                "Bundle-Activator", Activator.class.getName(),
                "Import-Package",
                        "org.osgi.framework,org.osgi.framework.startlevel,org.osgi.framework.wiring,"
                                + "org.osgi.service.component.runtime,org.osgi.service.component.runtime.dto,"
                                + "sluice.guard;resolution:=optional,sluice.guard.agent;resolution:=optional");
    }
}
