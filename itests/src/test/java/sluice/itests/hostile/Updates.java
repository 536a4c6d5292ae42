package sluice.itests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A lawful bundle is admitted and runs; then it becomes another one. */
final class Updates {
    private Updates() {}

    /** {@code bundle:update} with the new content. */
    static void inPlace(Run run) {
        if (!lawful(run)) {
            return;
        }
        run.approve(run.packed().jar("source"));
        run.note(run.lab()
                .ask("update", run.id("source"), run.packed().jar("source").toString()));
        andThen(run);
    }

    /** {@code bundle:update} without one. */
    static void fromOwnLocation(Run run) {
        if (!lawful(run)) {
            return;
        }
        run.approve(run.packed().jar("source"));
        run.note(run.lab().ask("update", run.id("source"), "-"));
        andThen(run);
    }

    /** The file to which the bundle refers is another one. */
    static void byReference(Run run) {
        Path file = run.packed().jar("before").resolveSibling("referred.jar");
        replace(run.packed().jar("before"), file);
        run.approve(file);
        run.remember("source", run.lab().order("install", "reference:" + file.toUri(), "-"));
        run.approve(file);
        if (!runs(run, run.lab().ask("start", run.id("source")))) {
            return;
        }
        replace(run.packed().jar("source"), file);
        run.approve(file);
        run.note(run.lab().ask("update", run.id("source"), "-"));
        andThen(run);
    }

    /** The file in {@code deploy/} is another one. */
    static void inDeploy(Run run) {
        String path = "deploy/hostile-again.jar";
        run.approve(run.packed().jar("before"));
        run.lab().instance().write(path, bytes(run.packed().jar("before")));
        Paths.await(run);
        run.approve(run.packed().jar("before"));
        run.lab().instance().write(path, bytes(run.packed().jar("source")));
        run.later(() -> run.lab().instance().remove(path));
        run.approve(run.packed().jar("source"));
        run.install("sink");
        run.start("sink");
        run.probe(() -> run.restart("sink")); // it looks once, when it starts
    }

    private static boolean lawful(Run run) {
        Path jar = run.packed().jar("before");
        return runs(run, run.install("source", "lab:" + run.attack().id(), jar))
                && runs(run, run.lab().ask("start", run.id("source")));
    }

    /** The case is about what comes after, so this has to work, unless the guard refuses already how the lawful version came. */
    private static boolean runs(Run run, String answer) {
        if (!answer.startsWith("!")) {
            return true;
        }
        run.note(answer);
        if (run.isHopeless()) {
            return false;
        }
        throw new IllegalStateException(run.attack() + ": the lawful version did not run: " + answer);
    }

    private static void andThen(Run run) {
        run.start("source");
        run.install("sink");
        run.start("sink");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By another file under the same name, as an editor does. */
    private static void replace(Path by, Path file) {
        try {
            Path draft = Files.copy(by, file.resolveSibling("draft"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
