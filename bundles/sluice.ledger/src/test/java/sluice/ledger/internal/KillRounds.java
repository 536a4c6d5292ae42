package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.broker.core.port.Ledger;
import sluice.journal.Journal;
import sluice.tlog.Tile;

/**
 * Kills a process that writes a ledger, at a random moment, again and again on the same ledger, and looks each time for every disclosure
 * that it had acknowledged. Arguments: number of rounds, seed.
 */
final class KillRounds {
    private static final int ROUNDS_OF_A_LEDGER = 100;
    private static final int KILLED = 128 + 9;
    private static final Pattern NUMBER = Pattern.compile("\"device\":\"n(\\d+)\"");

    private final Random random;
    private long acknowledged;
    private long unacknowledged;
    private int killedWhileStarting;

    KillRounds(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException, URISyntaxException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        KillRounds kill = new KillRounds(seed);
        long start = System.nanoTime();
        for (int done = 0; done < rounds; done += ROUNDS_OF_A_LEDGER) {
            Path root = Files.createTempDirectory("kill-rounds");
            kill.rounds(root, Math.min(ROUNDS_OF_A_LEDGER, rounds - done));
            System.out.printf("%,d rounds: %s%n", Math.min(done + ROUNDS_OF_A_LEDGER, rounds), kill.summary());
            delete(root);
        }
        System.out.printf(
                "nothing acknowledged was lost; seed %d, %,d s%n", seed, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    String summary() {
        return "%,d acknowledged and found, %,d more on disk, %d killed before they acknowledged anything"
                .formatted(acknowledged, unacknowledged, killedWhileStarting);
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Kills so many times. */
    void rounds(Path root, int rounds) throws IOException, URISyntaxException, InterruptedException {
        Set<Long> all = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            List<Long> told = killOnce(root, round * 1_000_000L);
            killedWhileStarting += told.isEmpty() ? 1 : 0;
            all.addAll(told);
            requireFound(root, all);
        }
        acknowledged += all.size();
        unacknowledged += numbers(root).size() - all.size();
    }

    private List<Long> killOnce(Path root, long first) throws IOException, URISyntaxException, InterruptedException {
        Process child = start(root, first);
        try (BufferedReader told = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            List<Long> numbers = new ArrayList<>();
            // Some rounds do not wait until it is at work: the kill may hit the recovery too.
            String atWork = random.nextInt(4) > 0 ? told.readLine() : null;
            Stream.ofNullable(atWork).map(Long::parseLong).forEach(numbers::add);
            Thread killer = new Thread(() -> kill(child, random.nextInt(500)));
            killer.start();
            told.lines().map(Long::parseLong).forEach(numbers::add);
            killer.join();
            if (child.waitFor() != KILLED) {
                throw new IllegalStateException("the process ended by itself, with " + child.exitValue());
            }
            return numbers;
        }
    }

    private static void kill(Process child, int afterMillis) {
        try {
            if (!child.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
                // By its handle: the process itself would close the pipe with what is still in it.
                child.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.toHandle().destroyForcibly();
        }
    }

    private static void requireFound(Path root, Set<Long> acknowledged) throws IOException {
        LedgerScene scene = new LedgerScene(root);
        KeptLedger ledger = scene.open();
        Ledger.Verification found = ledger.verify();
        String trouble = ledger.trouble();
        scene.close(ledger);
        Set<Long> lost = new HashSet<>(acknowledged);
        lost.removeAll(numbers(root));
        if (!found.intact() || !trouble.isEmpty() || !lost.isEmpty()) {
            throw new IllegalStateException(
                    found.explanation() + "; " + trouble + "; lost " + lost.size() + "; see " + root);
        }
    }

    /** Each leaf commits to its opening, which the verification compared: so an opening found is a leaf found. */
    private static Set<Long> numbers(Path root) throws IOException {
        return OutsideVerifier.openings(new LedgerScene(root).folder).stream()
                .flatMap(opening -> NUMBER.matcher(opening).results())
                .map(MatchResult::group)
                .map(group -> Long.parseLong(group.replaceAll("\\D", "")))
                .collect(Collectors.toSet());
    }

    static Process start(Path root, long first) throws IOException, URISyntaxException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classpath(Ledger.class, Journal.class, Tile.class, KeptLedger.class, KillRounds.class),
                        Child.class.getName(),
                        root.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String classpath(Class<?>... types) throws URISyntaxException {
        return Stream.of(types)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The process that is killed: discloses for ever, and prints the number of each disclosure that is released. */
    static final class Child {
        private static final int UNDER_WAY = 64;

        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            LedgerScene scene = new LedgerScene(Path.of(arguments[0]));
            KeptLedger ledger = scene.open();
            Executors.newSingleThreadScheduledExecutor()
                    .scheduleWithFixedDelay(
                            () -> {
                                scene.clock.turn(java.time.Duration.ofMillis(100));
                                ledger.tick();
                            },
                            3,
                            3,
                            TimeUnit.MILLISECONDS);
            Semaphore underWay = new Semaphore(UNDER_WAY);
            for (long i = Long.parseLong(arguments[1]); ledger.open(scene.clock.second()); i++) {
                String number = Long.toString(i);
                underWay.acquire();
                ledger.disclose(LedgerScene.PLATES, "n" + number, () -> {
                    System.out.println(number);
                    underWay.release();
                });
            }
            System.exit(1);
        }
    }
}
