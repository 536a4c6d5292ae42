package sluice.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the distribution brings does what it promises, and no rule of it goes untested. */
class ShippedPoliciesTest {
    private static final Path SHIPPED = Path.of("../../karaf-distribution/src/main/resources/etc/sluice");

    @Test
    void every_test_passes_and_every_rule_is_hit() {
        Report report = PolicyTests.run(SHIPPED);
        assertThat(report.isComplete()).as(report.text()).isTrue();
        assertThat(report.tests()).isGreaterThanOrEqualTo(16);
    }
}
