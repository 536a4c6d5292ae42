package sluice.operator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.bundle.core.BundleInfo;
import org.apache.karaf.bundle.core.BundleState;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import sluice.broker.core.port.Trouble;

class BundlesTest {
    @Test
    void a_bundle_that_runs_and_a_fragment_are_well() {
        assertThat(Bundles.finding(new FakeInfo(BundleState.Active, false), () -> ""))
                .isEmpty();
        assertThat(Bundles.finding(new FakeInfo(BundleState.Resolved, true), () -> ""))
                .isEmpty();
    }

    @Test
    void a_bundle_that_waits_says_for_what() {
        assertThat(Bundles.finding(new FakeInfo(BundleState.Waiting, false), () -> "c (8); missing references: Z"))
                .map(Finding::trouble)
                .contains(new Trouble("bundle-unsatisfied", "bundle `vendor.x`", "c (8); missing references: Z"));
    }

    /** Karaf would say that a requirement is not satisfied, which is true and helps nobody. */
    @Test
    void a_bundle_that_the_guard_keeps_out_is_the_guards_to_explain() {
        assertThat(Bundles.keptOut(FakeAdmission.city())).containsExactlyInAnyOrder(87L, 88L);
        assertThat(Bundles.keptOut(null)).isEmpty();
    }

    @Test
    void a_bundle_that_was_stopped_says_how_to_start_it() {
        Optional<Finding> finding = Bundles.finding(new FakeInfo(BundleState.Resolved, false), () -> "");
        assertThat(finding.map(found -> found.trouble().why()))
                .contains("it was not started, or it was stopped; `bundle:start vendor.x` starts it");
    }

    @Test
    void a_diagnosis_of_karaf_becomes_one_line() {
        assertThat(Bundles.inOneLine("Declarative Services\nvendor.c (8)\n  missing references: Z\n\n"))
                .isEqualTo("vendor.c (8); missing references: Z");
    }

    private record FakeInfo(BundleState state, boolean fragment) implements BundleInfo {
        @Override
        public BundleState getState() {
            return state;
        }

        @Override
        public boolean isFragment() {
            return fragment;
        }

        @Override
        public String getSymbolicName() {
            return "vendor.x";
        }

        @Override
        public long getBundleId() {
            return 1;
        }

        @Override
        public String getName() {
            return "X";
        }

        @Override
        public String getUpdateLocation() {
            return "";
        }

        @Override
        public String getVersion() {
            return "1.0.0";
        }

        @Override
        public String getRevisions() {
            return "";
        }

        @Override
        public int getStartLevel() {
            return 80;
        }

        @Override
        public List<Bundle> getFragments() {
            return List.of();
        }

        @Override
        public List<Bundle> getFragmentHosts() {
            return List.of();
        }
    }
}
