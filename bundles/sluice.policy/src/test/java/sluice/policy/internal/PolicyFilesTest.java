package sluice.policy.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.Folders;

class PolicyFilesTest {
    private static final String POLICY = "policies/corridor.yaml";
    private static final Duration INTERVAL = Duration.ofMillis(250);

    @TempDir
    Path folder;

    private final List<PolicySet> sets = new CopyOnWriteArrayList<>();
    private PolicyFiles files;
    private Subscription subscription;

    @BeforeEach
    void start() throws IOException {
        for (var file : new City().files().entrySet()) {
            write(file.getKey(), file.getValue());
        }
        files = new PolicyFiles(folder, INTERVAL, "mfippa-1990");
        subscription = files.subscribe(sets::add);
    }

    @AfterEach
    void stop() {
        files.close();
    }

    @Test
    void a_subscriber_is_given_the_set_in_force_at_once() {
        assertThat(sets).hasSize(1);
        assertThat(sets.get(0).policies()).hasSize(1);
        assertThat(files.troubles()).isEmpty();
        assertThat(files.part()).isEqualTo("policy");
    }

    @Test
    void a_change_is_in_force() throws IOException {
        write(POLICY, City.POLICY.replace("P30D", "P7D"));

        soon().until(() -> sets.size() == 2);
        assertThat(sets.get(1).policies().get(0).retention()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_faulty_file_leaves_the_last_good_set_and_is_told_until_it_is_mended() throws IOException {
        write(POLICY, City.POLICY.replace("purpose: traffic-planning", "purpose: trafic-planning"));
        soon().until(() -> !files.troubles().isEmpty());

        assertThat(sets).hasSize(1);
        assertThat(files.troubles())
                .containsExactly(new Trouble(
                        "unknown-purpose",
                        "policy `policies/corridor.yaml` line 1",
                        "unknown purpose `trafic-planning`; did you mean `traffic-planning`?"));

        write(POLICY, City.POLICY);
        soon().until(() -> files.troubles().isEmpty());
        assertThat(sets).hasSize(1); // the mended set is the one in force
    }

    @Test
    void the_set_changes_as_a_whole_or_not_at_all() throws IOException {
        write(
                "policies/more.yaml",
                City.POLICY.replace("policy: corridor", "policy: more").replace("planning}", "x}"));
        write("purposes/broken.yaml", "purpose: [");
        soon().until(() -> !files.troubles().isEmpty());
        assertThat(sets).hasSize(1);

        Files.delete(folder.resolve("purposes/broken.yaml"));
        soon().until(() -> sets.size() == 2);
        assertThat(sets.get(1).policies()).hasSize(2);
    }

    @Test
    void a_removed_policy_is_withdrawn() throws IOException {
        Files.delete(folder.resolve(POLICY));

        soon().until(() -> sets.size() == 2);
        assertThat(sets.get(1).policies()).isEmpty();
    }

    @Test
    void a_removed_folder_is_a_trouble_and_no_new_set() throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        soon().until(() -> files.troubles().stream().anyMatch(t -> t.code().equals("folder-unreadable")));

        assertThat(files.subscribe(sets::add)).isNotNull();
        assertThat(sets.get(sets.size() - 1).version()).isNotEqualTo("empty");
    }

    @Test
    void nothing_is_permitted_before_the_first_good_set() throws IOException {
        write(POLICY, "policy: {{");
        PolicyFiles other = new PolicyFiles(folder, INTERVAL, "mfippa-1990");
        List<PolicySet> seen = new CopyOnWriteArrayList<>();
        other.subscribe(seen::add);
        other.close();

        assertThat(seen).containsExactly(PolicySet.EMPTY);
        assertThat(other.troubles()).extracting(Trouble::code).containsExactly("yaml-syntax");
    }

    @Test
    void a_closed_subscription_is_told_no_more() throws IOException {
        List<PolicySet> other = new CopyOnWriteArrayList<>();
        files.subscribe(other::add);
        subscription.close();
        subscription.close();
        write(POLICY, City.POLICY.replace("P30D", "P7D"));

        soon().until(() -> other.size() == 2);
        assertThat(sets).hasSize(1);
    }

    @Test
    void a_set_that_can_not_be_put_in_force_is_a_trouble() throws IOException {
        files.subscribe(set -> {
            if (set.policies().size() > 1) {
                throw new IllegalStateException("broken");
            }
        });
        write(
                "policies/more.yaml",
                City.POLICY.replace("policy: corridor", "policy: more").replace("planning}", "x}"));

        soon().until(() -> !files.troubles().isEmpty());
        assertThat(files.troubles()).extracting(Trouble::code).containsExactly(PolicyCode.ACTIVATION_FAILED);
    }

    @Test
    void the_defaults_are_pinned() throws NoSuchMethodException {
        assertThat(PolicyFiles.Config.class.getMethod("folder").getDefaultValue())
                .isEqualTo("${karaf.etc}/sluice");
        assertThat(PolicyFiles.Config.class.getMethod("poll_millis").getDefaultValue())
                .isEqualTo(250L);
        assertThat(PolicyFiles.Config.class.getMethod("jurisdiction").getDefaultValue())
                .isEqualTo("mfippa-1990");
        assertThat(PolicyFiles.Config.class.getDeclaredMethods()).hasSize(3);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5));
    }

    private void write(String name, String content) throws IOException {
        Folders.replace(folder.resolve(name), content.getBytes(UTF_8));
    }
}
