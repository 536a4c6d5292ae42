package sluice.operator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import sluice.broker.core.port.BrokerView.Latency;
import sluice.broker.core.port.BrokerView.Sample;
import sluice.broker.core.port.BrokerView.State;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Trouble;
import sluice.operator.internal.FakeBroker;
import sluice.operator.internal.FakePlatform;

class FlowsPageTest {
    private final FakePlatform platform = FakePlatform.healthy();
    private final FakeBroker broker = FakeBroker.city();
    private final FlowsPage page = new FlowsPage(platform);

    FlowsPageTest() {
        platform.broker = broker;
    }

    @Test
    void the_status_says_how_many_flows_are_permitted_and_what_does_not_run() {
        platform.says("policy", new Trouble("bad-plan", "policy `x`", "line 3"));
        assertThat(page.live())
                .startsWith(
                        "<p id=\"sluice-status\" role=\"status\">1 of 3 flows permitted. 1 thing does not run.</p>\n");
    }

    @Test
    void the_totals_sum_every_flow() {
        assertThat(page.live()).contains("""
                        <section id="sluice-totals"><dl class="totals"><div><dt>Permitted</dt><dd>12,345</dd></div>
                        <div><dt>Denied</dt><dd>54</dd></div>
                        <div><dt>Gap</dt><dd>41</dd></div>
                        <div><dt>Fields stripped</dt><dd>1</dd></div>
                        <div><dt>Queued</dt><dd>0</dd></div>
                        <div><dt>Refused at the door</dt><dd>4</dd></div>
                        </dl></section>
                        """);
    }

    @Test
    void a_permitted_flow_is_one_row() {
        assertThat(page.live())
                .contains("<tr><th scope=\"row\">traffic-planning</th><td>sluice.app.planning</td>"
                        + "<td><span class=\"mark permit\">permit</span><small class=\"rule\">policy `corridor-counts`"
                        + " (`policies/corridor-counts.yaml` line 1)</small><small class=\"rule\">denied: inaccurate 7,"
                        + " overflow 2</small></td><td class=\"figure\">12,345</td><td class=\"figure\">9</td>"
                        + "<td class=\"figure\">1</td><td class=\"figure zero\">0</td><td class=\"figure\">0.42</td>"
                        + "<td class=\"figure\">12.6</td></tr>\n");
    }

    @Test
    void a_denied_flow_shows_its_code() {
        assertThat(page.live()).contains("<span class=\"mark deny\">deny</span> <code>prohibited</code>");
    }

    @Test
    void a_dropped_field_is_struck_out_and_a_changed_one_marked() {
        assertThat(page.live())
                .contains("<tr class=\"dropped\"><th scope=\"row\">plate</th><td><del>SIM0417</del></td>"
                        + "<td class=\"gone\">dropped</td></tr>")
                .contains(
                        "<tr class=\"changed\"><th scope=\"row\">observed</th><td><span>2026-07-01T08:07:12Z</span></td>"
                                + "<td><ins>2026-07-01T08:00:00Z</ins></td></tr>")
                .contains(
                        "<tr><th scope=\"row\">segment</th><td><span>king-west</span></td><td><span>king-west</span>");
    }

    @Test
    void without_a_broker_the_page_says_why() {
        platform.broker = null;
        assertThat(page.live())
                .contains("0 of 0 flows permitted. 1 thing does not run.")
                .contains("<code>not-running</code>")
                .doesNotContain("sluice-table");
    }

    @Test
    void the_page_is_well_formed_and_none_of_its_names_is_markup() throws Exception {
        String hostile = "\"><img src=x onerror=alert(1)>'&amp;";
        FlowKey key = new FlowKey(hostile, hostile, hostile);
        broker.flow(key, State.DENY, hostile, hostile, Map.of(hostile, 1L, "a", 2L), new Latency(1, 2));
        broker.samples.add(new Sample(key, Map.of(hostile, hostile), Map.of("a", hostile)));
        broker.door.put(hostile, 1L);
        broker.streams.put(hostile, Map.of(hostile, 1L));
        platform.says(hostile, new Trouble(hostile, hostile, hostile));
        Document document = parse(page.page("/system/console/sluice-flows"));
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getTextContent()).contains(hostile);
    }

    @Test
    void every_table_has_a_caption_and_every_header_a_scope() throws Exception {
        platform.says("policy", new Trouble("bad-plan", "policy `x`", "line 3"));
        Document document = parse(page.page("/x"));
        int tables = document.getElementsByTagName("table").getLength();
        assertThat(document.getElementsByTagName("caption").getLength()).isEqualTo(tables);
        var headers = document.getElementsByTagName("th");
        for (int i = 0; i < headers.getLength(); i++) {
            assertThat(headers.item(i).getAttributes().getNamedItem("scope")).isNotNull();
        }
    }

    @Test
    void the_page_loads_nothing_from_elsewhere_and_runs_nothing_inline() throws Exception {
        assertThat(page.page("/x")).doesNotContain("http:", "https:", "style=", "onclick");
        assertThat(body("/x/sluice-flows/flows.css")).doesNotContain("url(", "@import");
        assertThat(body("/x/sluice-flows/flows.js")).doesNotContain("http", "eval");
    }

    @Test
    void the_script_the_style_and_the_live_part_are_served_below_the_page() throws Exception {
        assertThat(exchange("GET", "/x/sluice-flows/flows.css").headers)
                .containsEntry("Content-Type", "text/css; charset=utf-8");
        assertThat(exchange("GET", "/x/sluice-flows/flows.js").headers)
                .containsEntry("Content-Type", "text/javascript; charset=utf-8");
        assertThat(body("/x/sluice-flows/flows.live")).isEqualTo(page.live());
        assertThat(body("/x/sluice-flows")).contains("data-source=\"/x/sluice-flows/flows.live\"");
        assertThat(exchange("GET", "/x/sluice-flows/other").status).isEqualTo(404);
    }

    @Test
    void nothing_but_get_is_answered() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE", "TRACE", "OPTIONS"}) {
            FakeExchange exchange = exchange(method, "/x/sluice-flows");
            assertThat(exchange.status).isEqualTo(405);
            assertThat(exchange.headers).containsEntry("Allow", "GET");
        }
    }

    private String body(String path) throws Exception {
        return exchange("GET", path).body();
    }

    private FakeExchange exchange(String method, String path) throws Exception {
        FakeExchange exchange = new FakeExchange(method, path);
        page.service(exchange.request(), exchange.response());
        return exchange;
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }
}
