package sluice.guard.internal.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.wiring.BundleRevision;
import sluice.guard.internal.agent.Agent;

/** The agent as the guard sees it: finds a revision's jar in the bundle cache, trusts what it is told, and writes down what it is asked to do. */
final class PlayedAgent implements Agent {
    /** How Felix names a revision: {@code name [12](R 12.3)}. */
    private static final Pattern REVISION = Pattern.compile("\\(R (\\d+)\\.(\\d+)\\)");

    private final Path cache;
    private final Set<String> layers;
    private final Consumer<String> diary;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    PlayedAgent(Path cache, Set<String> layers, Consumer<String> diary) {
        this.cache = cache;
        this.layers = layers;
        this.diary = diary;
    }

    void trust(String sha256) {
        trusted.add(sha256);
    }

    static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> layers() {
        return layers;
    }

    @Override
    public boolean trusts(String sha256) {
        return trusted.contains(sha256);
    }

    @Override
    public Optional<Path> content(BundleRevision revision) {
        String location = revision.getBundle().getLocation();
        if (location.startsWith("reference:file:")) {
            return Optional.of(Path.of(location.substring("reference:file:".length())))
                    .filter(Files::isRegularFile);
        }
        Matcher matcher = REVISION.matcher(revision.toString());
        if (!matcher.find()) {
            return Optional.empty();
        }
        try (Stream<Path> revisions = Files.list(cache.resolve("bundle" + matcher.group(1)))) {
            return revisions
                    .filter(folder -> folder.getFileName().toString().matches("version\\d+\\." + matcher.group(2)))
                    .map(folder -> folder.resolve("bundle.jar"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> digest(BundleRevision revision) {
        return content(revision).map(PlayedAgent::sha256);
    }

    @Override
    public void arm() {
        diary.accept("armed");
    }

    @Override
    public void disarm() {
        diary.accept("disarmed");
    }
}
