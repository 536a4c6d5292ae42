package sluice.spool.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolComponentTest {
    @TempDir
    private Path folder;

    private record Settings(String folder, long max_bytes, int batch_millis) implements SpoolConfig {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SpoolConfig.class;
        }
    }

    @Test
    void defaults_are_512_mebibytes_five_milliseconds_and_a_folder_below_the_data() throws Exception {
        Class<SpoolConfig> config = SpoolConfig.class;
        assertThat(config.getMethod("folder").getDefaultValue()).isEqualTo("");
        assertThat(config.getMethod("max_bytes").getDefaultValue()).isEqualTo(536_870_912L);
        assertThat(config.getMethod("batch_millis").getDefaultValue()).isEqualTo(5);
    }

    @Test
    void every_setting_reaches_the_spool_and_files_are_an_eighth_of_it_at_most() {
        SpoolSettings settings = SpoolComponent.settings(new Settings(folder.toString(), 4L << 20, 7));
        assertThat(settings.folder()).isEqualTo(folder);
        assertThat(settings.maxBytes()).isEqualTo(4L << 20);
        assertThat(settings.journal().delay()).isEqualTo(Duration.ofMillis(7));
        assertThat(settings.journal().segmentBytes()).isEqualTo(512 << 10);
    }

    @Test
    void settings_out_of_range_or_without_a_folder_are_refused_by_name() {
        assertThatThrownBy(() -> new SpoolComponent(new Settings("f", 1, 5))).hasMessageContaining("max.bytes");
        assertThatThrownBy(() -> new SpoolComponent(new Settings("f", 1 << 20, -1)))
                .hasMessageContaining("batch.millis");
        assertThatThrownBy(() -> new SpoolComponent(new Settings("", 1 << 20, 5)))
                .hasMessageContaining("`folder`");
    }

    @Test
    void the_service_spools_and_writes_cursors_by_itself() {
        SpoolComponent spool = new SpoolComponent(new Settings(folder.toString(), 1 << 20, 1));
        List<Long> positions = new CopyOnWriteArrayList<>();
        spool.append(SpoolScene.WASTE, new byte[] {1}, positions::add);
        await().until(() -> positions.size() == 1);
        spool.consumed(SpoolScene.WASTE, positions.get(0));
        await().until(() -> Files.exists(folder.resolve("cursors")));
        assertThat(spool.part()).isEqualTo("spool");
        assertThat(spool.troubles()).isEmpty();
        spool.stop();
        assertThat(spool.trouble()).contains("closed");
    }
}
