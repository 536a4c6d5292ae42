package sluice.itests.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;

/** Approves bundles that an instance has in {@code demo/}, as an operator did before: the guard reads its list when it starts. */
final class Approvals {
    private static final String FILE = "etc/sluice/guard/approved.list";

    private Approvals() {}

    static void add(Instance instance, String... names) {
        StringBuilder list = new StringBuilder(instance.read(FILE));
        for (String name : names) {
            list.append(String.join("  ", digest(instance, name), name, "0.1.0.SNAPSHOT", "development-key", "itests"))
                    .append("  ")
                    .append(Instant.now())
                    .append('\n');
        }
        instance.write(FILE, list.toString());
    }

    /** Of a bundle in {@code demo/}. */
    static String digest(Instance instance, String name) {
        try {
            return TrustList.sha256(Files.readAllBytes(instance.file("demo/" + name + ".jar")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
