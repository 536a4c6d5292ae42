package sluice.operator.internal.page;

import java.util.List;
import sluice.broker.core.port.BrokerView.Sample;
import sluice.operator.internal.SampleRow;

/** Records of simulated devices, before and after, side by side. */
final class SamplesSection {
    private final Html html;

    SamplesSection(Html html) {
        this.html = html;
    }

    void write(List<Sample> samples) {
        html.leaf("h2", "Before and after");
        html.leaf(
                "p",
                samples.isEmpty()
                        ? "No permitted flow had a record of a simulated device yet. Records of real devices are never shown."
                        : "The last record of a simulated device in each permitted flow. Records of real devices are never shown.",
                "class",
                "none");
        html.open("div", "class", "samples");
        samples.forEach(this::write);
        html.close();
    }

    private void write(Sample sample) {
        html.open("table", "class", "sample").open("caption").leaf("strong", sample.flow().stream());
        html.text(" for ").leaf("strong", sample.flow().purpose());
        html.text(" to ").leaf("strong", sample.flow().recipient()).close();
        html.open("thead").open("tr");
        List.of("Field", "Before", "After").forEach(header -> html.leaf("th", header, "scope", "col"));
        html.close().close().open("tbody");
        SampleRow.of(sample).forEach(this::write);
        html.close().close();
    }

    private void write(SampleRow row) {
        html.open("tr", "class", row.isDropped() ? "dropped" : row.isChanged() ? "changed" : "");
        html.leaf("th", row.field(), "scope", "row");
        String before = row.before() == null ? "" : row.before();
        html.open("td").leaf(row.isDropped() ? "del" : "span", before).close();
        if (row.after() == null) {
            html.leaf("td", "dropped", "class", "gone");
        } else {
            html.open("td").leaf(row.isChanged() ? "ins" : "span", row.after()).close();
        }
        html.close();
    }
}
