package sluice.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.store.internal.StoreScene.PLATES;
import static sluice.store.internal.StoreScene.put;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;

/** SIGKILL in the middle of transactions: what was acknowledged is there, and no list of effects is there by half. */
class KilledStoreTest {
    /** As many records does each commit of the child put, all with one number. */
    private static final int WIDTH = 20;

    private final Random random = new Random();

    @TempDir
    Path folder;

    /** Run in a JVM of its own: commits, says the number of what is on disk, and so on until it is killed. */
    public static void main(String[] arguments) throws IOException {
        try (StoreScene scene = new StoreScene(Path.of(arguments[0]))) {
            for (int number = Integer.parseInt(arguments[1]); ; number++) {
                List<StoreChange> changes = new ArrayList<>();
                for (int i = 0; i < WIDTH; i++) {
                    changes.add(put("key-" + i, Integer.toString(number)));
                }
                changes.add(new StoreChange.Delete("gone-" + (number - 1)));
                changes.add(put("gone-" + number, ""));
                String why = scene.commit(PLATES, Duration.ofDays(30), changes.toArray(StoreChange[]::new));
                System.out.println(why.isEmpty() ? number : why);
            }
        }
    }

    @RepeatedTest(8)
    void nothing_acknowledged_is_lost_and_no_effect_list_is_there_by_half() throws Exception {
        int acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            acknowledged = runAndKill(acknowledged + 1);
        }

        try (StoreScene scene = new StoreScene(folder)) {
            Store.Shelf shelf = scene.shelf(PLATES);
            List<String> numbers = shelf.keys("key-").stream()
                    .map(key -> new String(shelf.item(key).orElseThrow().content(), UTF_8))
                    .distinct()
                    .toList();
            assertThat(shelf.keys("key-")).hasSize(WIDTH);
            assertThat(numbers).as("one number in all records").hasSize(1);
            assertThat(Integer.parseInt(numbers.get(0))).isGreaterThanOrEqualTo(acknowledged);
            assertThat(shelf.keys("gone-")).containsExactly("gone-" + numbers.get(0));
            scene.store.tick();
            assertThat(scene.store.troubles()).isEmpty();
        }
    }

    /** Returns the last number that was acknowledged. */
    private int runAndKill(int from) throws Exception {
        Path said = folder.resolve("said");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStoreTest.class.getName(),
                        folder.toString(),
                        Integer.toString(from))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int until = 1 + random.nextInt(40);
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(60))
                .until(() -> acknowledged(said).size() >= until);
        child.destroyForcibly().waitFor();
        return acknowledged(said).get(acknowledged(said).size() - 1);
    }

    /** Whole lines only. */
    private static List<Integer> acknowledged(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Integer::valueOf)
                .toList();
    }
}
