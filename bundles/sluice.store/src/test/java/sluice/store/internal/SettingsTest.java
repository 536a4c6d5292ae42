package sluice.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Trouble;
import sluice.testkit.broker.MemoryLedger;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void every_attribute_has_a_default() throws Exception {
        assertThat(StoreConfig.class.getMethod("folder").getDefaultValue()).isEqualTo("");
        assertThat(StoreConfig.class.getMethod("url").getDefaultValue()).isEqualTo("");
        assertThat(StoreConfig.class.getMethod("account").getDefaultValue()).isEqualTo("");
        assertThat(StoreConfig.class.getMethod("password").getDefaultValue()).isEqualTo("");
        assertThat(StoreConfig.class.getMethod("master_key_file").getDefaultValue())
                .isEqualTo("");
        assertThat(StoreConfig.class.getMethod("sweep_seconds").getDefaultValue())
                .isEqualTo(60);
    }

    @Test
    void what_makes_no_sense_is_refused_with_its_name() {
        assertThatThrownBy(() -> settings(new Given("", "", 0))).hasMessageContaining("`sweep.seconds`");
        assertThatThrownBy(() -> settings(new Given("jdbc:h2:mem:x", "", 60))).hasMessageContaining("`url`");
    }

    @Test
    void a_store_with_a_master_key_opens_with_that_one_only() throws Exception {
        Path right = Files.writeString(folder.resolve("right"), "sixteen characters of secret");
        Path wrong = Files.writeString(folder.resolve("wrong"), "sixteen characters of another");
        Path small = Files.writeString(folder.resolve("small"), "small");

        try (KeptStore store = settings(new Given("", right.toString(), 60)).open()) {
            assertThat(store.open(StoreScene.PLATES)).isPresent();
        }
        try (KeptStore store = settings(new Given("", wrong.toString(), 60)).open()) {
            assertThat(store.troubles()).extracting(Trouble::code).containsExactly("store-wrong-key");
        }
        try (KeptStore store = settings(new Given("", small.toString(), 60)).open()) {
            assertThat(store.trouble()).contains("less than 16 bytes");
        }
        try (KeptStore store = settings(new Given("", "/nowhere/key", 60)).open()) {
            assertThat(store.troubles()).extracting(Trouble::code).containsExactly("store-down");
        }
    }

    private Settings settings(Given given) {
        return Settings.of(given.in(folder.resolve("store")), new MemoryLedger());
    }

    /** A configuration. */
    private record Given(String url, String master, int sweep) {
        StoreConfig in(Path folder) {
            return new StoreConfig() {
                @Override
                public Class<? extends Annotation> annotationType() {
                    return StoreConfig.class;
                }

                @Override
                public String folder() {
                    return folder.toString();
                }

                @Override
                public String url() {
                    return url;
                }

                @Override
                public String account() {
                    return "";
                }

                @Override
                public String password() {
                    return "";
                }

                @Override
                public String master_key_file() {
                    return master;
                }

                @Override
                public int sweep_seconds() {
                    return sweep;
                }
            };
        }
    }
}
