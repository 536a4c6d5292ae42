package sluice.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test
    void a_family_is_help_then_type_then_samples() {
        String page = new Exposition(100)
                .family("a_total", "counter", "Things.")
                .sample(3, "x", "1", "y", "2")
                .finish();
        assertThat(page).isEqualTo("""
                        # HELP a_total Things.
                        # TYPE a_total counter
                        a_total{x="1",y="2"} 3
                        # HELP sluice_metrics_omitted Samples that this page leaves out because it would grow past its limit.
                        # TYPE sluice_metrics_omitted gauge
                        sluice_metrics_omitted 0
                        """);
    }

    @Test
    void a_hostile_label_stays_one_label_on_one_line() {
        String hostile = "a\"} 1\nevil_total{b=\"\\";
        String page = new Exposition(100)
                .family("a", "gauge", "h")
                .sample(1, "x", hostile)
                .finish();
        assertThat(ExpositionReader.read(page).samples).containsEntry("a{x=" + hostile + "}", 1.0);
    }

    @Test
    void help_is_escaped() {
        assertThat(new Exposition(100).family("a", "gauge", "one\ntwo\\").finish())
                .startsWith("# HELP a one\\ntwo\\\\\n");
    }

    @Test
    void numbers_are_written_as_prometheus_reads_them() {
        Exposition page = new Exposition(100).family("a", "gauge", "h");
        page.sample(1e18, "n", "large").sample(0.25, "n", "part").sample(Double.NaN, "n", "none");
        page.sample(Double.POSITIVE_INFINITY, "n", "inf").sample(-7, "n", "negative");
        assertThat(page.finish())
                .contains("large\"} 1.0E18\n", "part\"} 0.25\n", "none\"} NaN\n", "inf\"} +Inf\n", "negative\"} -7\n");
    }

    @Test
    void samples_past_the_limit_are_left_out_and_counted() {
        Exposition page = new Exposition(2).family("a", "gauge", "h");
        page.sample(1, "n", "1").sample(1, "n", "2").sample(1, "n", "3").sample(1, "n", "4");
        assertThat(page.finish()).contains("n=\"2\"").doesNotContain("n=\"3\"").endsWith("sluice_metrics_omitted 2\n");
    }
}
