package sluice.operator.internal.page;

import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.port.BrokerView;
import sluice.operator.internal.Figures;
import sluice.operator.internal.text.DoorText;

/** What was refused before any recipient was considered. */
final class DoorSection {
    private final Html html;

    DoorSection(Html html) {
        this.html = html;
    }

    void write(BrokerView broker) {
        html.leaf("h2", "At the door");
        html.open("div", "class", "columns");
        open("Messages, before they were readings of any stream");
        html.open("tbody");
        new TreeMap<>(broker.door()).forEach(this::row);
        html.close().close();
        open("Readings, before any recipient was considered");
        new TreeMap<>(broker.streams()).forEach(this::group);
        html.close().close();
    }

    private void open(String caption) {
        html.open("table").leaf("caption", caption).open("thead").open("tr");
        html.leaf("th", "Code", "scope", "col");
        html.leaf("th", "Count", "scope", "col", "class", "figure");
        html.leaf("th", "Whose matter", "scope", "col").close().close();
    }

    private void group(String stream, Map<String, Long> counts) {
        html.open("tbody").open("tr", "class", "stream");
        html.leaf("th", stream, "scope", "rowgroup", "colspan", "3").close();
        new TreeMap<>(counts).forEach(this::row);
        html.close();
    }

    private void row(String code, long count) {
        html.open("tr").leaf("th", code, "scope", "row");
        html.leaf("td", Figures.count(count), "class", "figure");
        html.leaf("td", DoorText.kind(code)).close();
    }
}
