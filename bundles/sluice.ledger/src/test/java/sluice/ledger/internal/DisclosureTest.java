package sluice.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static sluice.ledger.internal.LedgerScene.BINS;
import static sluice.ledger.internal.LedgerScene.PLATES;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.FlowKey;
import sluice.ledger.internal.entry.EntryReader;
import sluice.tlog.EntryBundle;

class DisclosureTest {
    @TempDir
    private Path folder;

    private LedgerScene scene;

    @BeforeEach
    void scene() {
        scene = new LedgerScene(folder);
    }

    @Test
    void disclosures_are_released_in_order_once_their_leaves_are_on_disk() throws Exception {
        List<Integer> released = new CopyOnWriteArrayList<>();
        KeptLedger ledger = scene.open();
        IntStream.range(0, 2_500).forEach(i -> ledger.disclose(PLATES, "camera-" + i, () -> released.add(i)));
        await().until(() -> released.size() == 2_500);
        assertThat(scene.texts()).hasSize(2_500);
        assertThat(released).isSorted();
        scene.close(ledger);
    }

    @Test
    void a_leaf_names_the_flow_and_commits_to_the_device_with_a_salt_and_tells_no_exact_time() throws Exception {
        KeptLedger ledger = scene.open();
        ledger.disclose(PLATES, "camera-2", () -> {});
        ledger.disclose(PLATES, "camera-2", () -> {});
        scene.close(ledger);
        assertThat(scene.texts())
                .doesNotHaveDuplicates()
                .allSatisfy(
                        text -> assertThat(text)
                                .matches(
                                        "\\{\"kind\":\"disclosed\",\"stream\":\"traffic.plate\",\"purpose\":\"traffic-planning\","
                                                + "\"recipient\":\"sluice.app.planning\",\"code\":\"permitted\",\"commitment\":\"[0-9a-f]{64}\"}"));
        assertThat(OutsideVerifier.openings(scene.folder))
                .doesNotHaveDuplicates()
                .hasSize(2)
                .allMatch(opening -> opening.matches("\\{\"salt\":\"[0-9a-f]{32}\",\"device\":\"camera-2\"}"));
    }

    /** Issue: a full disk under the ledger stops delivery, and health says so. */
    @Test
    void a_full_disk_stops_everything_and_everything_comes_when_there_is_room() throws Exception {
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(1_000)).isTrue();
        List<Integer> released = new CopyOnWriteArrayList<>();

        scene.disk.fill(true);
        IntStream.range(0, 100).forEach(i -> ledger.disclose(PLATES, "camera-2", () -> released.add(i)));
        await().until(() -> !ledger.trouble().isEmpty());
        ledger.tally(BINS, "ledger-down").increment();
        scene.clock.turn(Duration.ofSeconds(1));
        ledger.tick();
        assertThat(ledger.open(1_000)).isFalse();
        assertThat(ledger.open(1_001)).isFalse();
        assertThat(ledger.trouble()).contains("No space left");
        assertThat(ledger.code()).isEqualTo("ledger-down");
        assertThat(released).isEmpty();

        scene.disk.fill(false);
        await().until(() -> released.size() == 100);
        await().until(() -> {
            ledger.tick();
            return ledger.open(1_001);
        });
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
        assertThat(released).isSorted();
        assertThat(String.join("", scene.texts())).contains("\"ledger-down\",1]");
    }

    @Test
    void a_disk_that_is_full_at_the_first_start_is_waited_for() {
        scene.disk.fill(true);
        KeptLedger ledger = scene.open(Duration.ofMillis(50));
        assertThat(ledger.open(1_000)).isFalse();
        scene.disk.fill(false);
        await().until(() -> {
            ledger.tick();
            return ledger.open(1_000);
        });
        scene.close(ledger);
    }

    @Test
    void a_disk_that_has_no_room_for_the_head_is_a_trouble_too() {
        KeptLedger ledger = scene.open();
        assertThat(ledger.open(1_000)).isTrue();
        scene.disk.fill(true);
        await().until(() -> {
            ledger.tick();
            return !ledger.trouble().isEmpty();
        });
        assertThat(ledger.open(1_000)).isFalse();
        scene.disk.fill(false);
        ledger.tick();
        assertThat(ledger.open(1_000)).isTrue();
        scene.close(ledger);
    }

    @Test
    void awkward_names_keep_one_line_and_one_text() throws Exception {
        KeptLedger ledger = scene.open();
        String awkward = "a\"b\\c\nd\u0001é€😀";
        ledger.event("odd", Map.of("z", awkward, "a", ""));
        ledger.open(1_000);
        ledger.sequence(awkward, Long.MIN_VALUE);
        ledger.tally(new FlowKey(awkward, "", "-"), awkward).increment();
        scene.close(ledger);
        assertThat(scene.texts()).allMatch(text -> text.indexOf('\n') < 0);
        assertThat(scene.texts().get(0)).endsWith("\"details\":{\"a\":\"\",\"z\":\"a\\\"b\\\\c\\u000ad\\u0001é€😀\"}}");
        assertThat(EntryReader.read(scene.texts().get(0)).get("details")).isEqualTo(Map.of("z", awkward, "a", ""));
        KeptLedger again = scene.open();
        assertThat(again.opening().sequences()).isEqualTo(Map.of(awkward, Long.MIN_VALUE));
        scene.close(again);
    }

    @Test
    void an_entry_too_long_for_the_ledger_is_refused_and_harms_nothing() {
        KeptLedger ledger = scene.open();
        assertThatThrownBy(() -> ledger.event("long", Map.of("text", "x".repeat(EntryBundle.LONGEST))))
                .isInstanceOf(IllegalArgumentException.class);
        ledger.event("short", Map.of());
        assertThat(ledger.open(1_000)).isTrue();
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
    }
}
