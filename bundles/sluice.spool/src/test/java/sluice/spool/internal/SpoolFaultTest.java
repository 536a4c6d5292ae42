package sluice.spool.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.spool.internal.SpoolScene.PLANNING;
import static sluice.spool.internal.SpoolScene.WASTE;
import static sluice.spool.internal.SpoolScene.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Trouble;
import sluice.journal.Disk;
import sluice.journal.Journal;

class SpoolFaultTest {
    @TempDir
    private Path folder;

    private SpoolScene scene;

    @BeforeEach
    void scene() {
        scene = new SpoolScene(folder);
    }

    @Test
    void a_full_disk_acknowledges_nothing_and_loses_nothing() {
        KeptSpool spool = scene.open();
        scene.append(spool, WASTE, "before");
        scene.disk.fill(true);
        IntStream.range(0, 50).forEach(i -> spool.append(WASTE, ("during-" + i).getBytes(UTF_8), scene.positions::add));
        await().until(() -> !spool.trouble().isEmpty());
        assertThat(scene.positions).hasSize(1);
        assertThat(spool.troubles()).extracting(Trouble::code).contains("spool-down");
        scene.disk.fill(false);
        await().until(() -> scene.positions.size() == 51);
        assertThat(spool.trouble()).isEmpty();
        scene.close(spool);
        KeptSpool again = scene.open();
        assertThat(replay(again, WASTE))
                .hasSize(51)
                .startsWith("before", "during-0")
                .endsWith("during-49");
        scene.close(again);
    }

    @Test
    void recipients_that_work_at_once_while_files_come_and_go_miss_nothing() throws InterruptedException {
        KeptSpool spool = scene.open();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (String recipient : List.of("a", "b", "c")) {
            threads.execute(() -> IntStream.range(0, 2_000)
                    .forEach(i ->
                            spool.append(recipient, new byte[200], position -> spool.consumed(recipient, position))));
        }
        threads.execute(
                () -> IntStream.range(0, 300).forEach(i -> spool.append(PLANNING, new byte[200], position -> {})));
        threads.shutdown();
        while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS)) {
            spool.tick();
        }
        scene.close(spool);
        KeptSpool again = scene.open();
        assertThat(again.troubles()).isEmpty();
        assertThat(replay(again, PLANNING)).hasSizeBetween(1, 300);
        assertThat(replay(again, "a")).isEmpty();
        scene.close(again);
    }

    @Test
    void a_folder_in_use_is_a_trouble_and_nothing_is_taken() {
        KeptSpool first = scene.open();
        KeptSpool second = scene.open();
        second.append(WASTE, new byte[1], scene.positions::add);
        assertThat(second.trouble()).contains("in use");
        assertThat(second.troubles()).extracting(Trouble::code).containsExactly("spool-down");
        assertThat(replay(second, WASTE)).isEmpty();
        second.tick();
        scene.close(second);
        scene.close(first);
        assertThat(scene.positions).isEmpty();
    }

    /** Issue: SIGKILL under load; no acknowledged reading of a NONPERSONAL stream is lost. */
    @Test
    void every_acknowledged_entry_is_replayed_after_sigkill() throws Exception {
        long last = killAfter(1_500);
        KeptSpool spool = scene.open();
        assertThat(spool.troubles()).isEmpty();
        List<String> replayed = replay(spool, WASTE);
        assertThat(replayed)
                .hasSizeGreaterThan((int) last)
                .isEqualTo(IntStream.range(0, replayed.size())
                        .mapToObj(i -> "entry-" + i)
                        .toList());
        scene.close(spool);
    }

    private long killAfter(int acknowledged) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classpath(Spool.class, Journal.class, KeptSpool.class, SpoolFaultTest.class),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            long last = -1;
            for (int i = 0; i < acknowledged; i++) {
                last = Long.parseLong(told.readLine());
            }
            // By its handle: the process itself would close the pipe with what is still in it.
            child.toHandle().destroyForcibly();
            return Math.max(last, told.lines().mapToLong(Long::parseLong).max().orElse(-1));
        }
    }

    private static String classpath(Class<?>... types) {
        return Stream.of(types)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The process that is killed: appends for ever, and prints what is acknowledged. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            KeptSpool spool = JournalSpool.open(
                    SpoolSettings.of(Path.of(arguments[0]), 64L << 20, Duration.ofMillis(1), Disk.ofThisMachine()));
            for (long i = 0; spool.trouble().isEmpty(); i++) {
                spool.append(WASTE, ("entry-" + i).getBytes(UTF_8), System.out::println);
            }
        }
    }
}
