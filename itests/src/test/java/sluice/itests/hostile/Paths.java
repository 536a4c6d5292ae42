package sluice.itests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import sluice.itests.outside.Instance;

/** Ways by which a bundle comes into the server without the lab. */
final class Paths {
    private Paths() {}

    static void deploy(Run run) {
        String path = "deploy/hostile.jar";
        run.lab().instance().write(path, bytes(jar(run)));
        run.later(() -> run.lab().instance().remove(path));
        await(run);
    }

    static void shell(Run run) {
        type(run, "bundle:install -s " + jar(run).toUri());
        await(run);
    }

    static void http(Run run) {
        run.world().serve("hostile.jar", jar(run));
        type(run, "bundle:install -s " + run.world().url("hostile.jar"));
        await(run);
    }

    static void byReference(Run run) {
        type(run, "bundle:install -s reference:" + jar(run).toUri());
        await(run);
    }

    static void feature(Run run) {
        Path file = jar(run).resolveSibling("features.xml");
        write(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <features name="hostile" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="hostile" version="1.0.0"><bundle>%s</bundle></feature>
                </features>
                """.formatted(jar(run).toUri()));
        run.later(() -> type(run, "feature:uninstall hostile; feature:repo-remove " + file.toUri()));
        type(run, "feature:repo-add " + file.toUri() + "; feature:install -r hostile");
        await(run);
    }

    static void console(Run run) {
        run.world().hear(Console.upload(run.lab().distribution(), jar(run)));
        await(run);
    }

    /** The jar's content as a folder. */
    static void folder(Run run) {
        Instance instance = run.lab().instance();
        try {
            for (Map.Entry<String, byte[]> entry : Jars.entries(jar(run)).entrySet()) {
                instance.write("unpacked/" + entry.getKey(), entry.getValue());
            }
            Files.move(instance.file("unpacked"), instance.file("deploy/hostile.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.later(() -> delete(instance.file("deploy/hostile.jar")));
        await(run);
    }

    static void secondFolder(Run run) {
        Instance instance = run.lab().instance();
        String configuration = "etc/org.apache.felix.fileinstall-hostile.cfg";
        instance.write("second/hostile.jar", bytes(jar(run)));
        instance.write(
                configuration,
                "felix.fileinstall.dir = " + instance.file("second")
                        + "\nfelix.fileinstall.poll = 500\nfelix.fileinstall.noInitialDelay = true\nfelix.fileinstall.start.level = 80\n");
        run.later(() -> instance.remove(configuration).remove("second/hostile.jar"));
        await(run);
    }

    /** Waits until the source's bundle is there, however it came, and has it approved; gives up after some seconds. */
    static void await(Run run) {
        Patience.until(Duration.ofSeconds(8), () -> {
            run.lookForIds();
            return run.ids().containsKey("source");
        });
        run.approve(run.packed().jar("source"));
    }

    private static void type(Run run, String command) {
        run.note("!" + run.lab().distribution().shell(command));
    }

    private static Path jar(Run run) {
        return run.packed().jar("source");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
