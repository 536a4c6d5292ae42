package sluice.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Trouble;

class LedgerComponentTest {
    @TempDir
    private Path folder;

    private record Settings(
            String folder, int batch_millis, int batch_leaves, String anchor_folder, String origin, int openings_days)
            implements LedgerConfig {
        Settings(String folder, int batchMillis, int batchLeaves) {
            this(folder, batchMillis, batchLeaves, "", "", 400);
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return LedgerConfig.class;
        }
    }

    @Test
    void defaults_are_fifty_milliseconds_a_thousand_leaves_and_a_folder_below_the_data() throws Exception {
        Class<LedgerConfig> config = LedgerConfig.class;
        assertThat(config.getMethod("folder").getDefaultValue()).isEqualTo("");
        assertThat(config.getMethod("batch_millis").getDefaultValue()).isEqualTo(50);
        assertThat(config.getMethod("batch_leaves").getDefaultValue()).isEqualTo(1_000);
        assertThat(config.getMethod("anchor_folder").getDefaultValue()).isEqualTo("");
        assertThat(config.getMethod("origin").getDefaultValue()).isEqualTo("");
        assertThat(config.getMethod("openings_days").getDefaultValue()).isEqualTo(400);
    }

    @Test
    void every_setting_reaches_the_ledger() {
        LedgerSettings settings =
                LedgerComponent.settings(new Settings(folder.toString(), 7, 9, "elsewhere", "city.example/ledger", 30));
        assertThat(settings.places())
                .isEqualTo(new LedgerSettings.Places(folder, Path.of("elsewhere"), "city.example/ledger"));
        assertThat(settings.openingDays()).isEqualTo(30);
        assertThat(settings.journal().delay()).isEqualTo(Duration.ofMillis(7));
        assertThat(settings.journal().batchEntries()).isEqualTo(9);
    }

    @Test
    void settings_out_of_range_or_without_a_folder_are_refused_by_name() {
        assertThatThrownBy(() -> new LedgerComponent(new Settings("f", 51, 1_000)))
                .hasMessageContaining("batch.millis");
        assertThatThrownBy(() -> new LedgerComponent(new Settings("f", 50, 0))).hasMessageContaining("batch.leaves");
        assertThatThrownBy(() -> new LedgerComponent(new Settings("f", 50, 1, "", "a+b", 400)))
                .hasMessageContaining("origin");
        assertThatThrownBy(() -> new LedgerComponent(new Settings("f", 50, 1, "", "", 0)))
                .hasMessageContaining("openings.days");
        assertThatThrownBy(() -> new LedgerComponent(new Settings("", 50, 1))).hasMessageContaining("`folder`");
    }

    @Test
    void the_service_writes_seals_by_itself_and_verifies() {
        LedgerComponent ledger =
                new LedgerComponent(new Settings(folder.resolve("ledger").toString(), 5, 100));
        long second = System.currentTimeMillis() / 1_000;
        assertThat(ledger.open(second)).isTrue();
        ledger.event("policy-active", Map.of("version", "abc"));
        await().until(() -> ledger.verify().entries() >= 3);
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(ledger.part()).isEqualTo("ledger");
        assertThat(ledger.troubles()).isEmpty();
        ledger.stop();
        assertThat(ledger.open(second + 1)).isFalse();
    }

    @Test
    void a_folder_in_use_is_a_trouble_and_not_a_missing_service() {
        LedgerComponent first =
                new LedgerComponent(new Settings(folder.resolve("ledger").toString(), 5, 100));
        LedgerComponent second =
                new LedgerComponent(new Settings(folder.resolve("ledger").toString(), 5, 100));
        List<Trouble> troubles = second.troubles();
        assertThat(troubles).extracting(Trouble::code).containsExactly("ledger-down");
        assertThat(troubles.get(0).why()).contains("in use");
        assertThat(second.open(1)).isFalse();
        assertThat(second.verify().intact()).isFalse();
        second.stop();
        first.stop();
    }
}
