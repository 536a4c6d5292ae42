package sluice.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.guard.Guest.State.APPROVED;
import static sluice.guard.Guest.State.WAITING;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.access.AccessCounts;
import sluice.broker.core.port.BrokerView.Guest;
import sluice.broker.core.port.BrokerView.Latency;
import sluice.broker.core.port.BrokerView.State;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Trouble;

class MetricsServletTest {
    private static final FlowKey PLANNING = new FlowKey("traffic.plate", "traffic-planning", "sluice.app.planning");
    private static final FlowKey ADS = new FlowKey("traffic.plate", "advertising", "sluice.demo.advertising");

    @Test
    void the_platform_reads_as_it_counts() {
        assertThat(platformText(city())).isEqualTo("""
                        # HELP sluice_broker_up 1 while the broker runs.
                        # TYPE sluice_broker_up gauge
                        sluice_broker_up 1
                        # HELP sluice_guard_armed 1 while the guard is armed with all of its layers.
                        # TYPE sluice_guard_armed gauge
                        sluice_guard_armed 1
                        # HELP sluice_guest_admission Bundles that are no part of the platform, by what was decided.
                        # TYPE sluice_guest_admission gauge
                        sluice_guest_admission{state="refused"} 0
                        sluice_guest_admission{state="waiting"} 1
                        sluice_guest_admission{state="approved"} 2
                        # HELP sluice_guard_unwoven Classes with a choke point that could not be woven; 0 in health.
                        # TYPE sluice_guard_unwoven gauge
                        sluice_guard_unwoven 0
                        # HELP sluice_guard_start_seconds What the agent cost at the start of the JVM.
                        # TYPE sluice_guard_start_seconds gauge
                        sluice_guard_start_seconds 0.75
                        # HELP sluice_guard_refused_total What was refused to guests: class, or a choke point of the JDK.
                        # TYPE sluice_guard_refused_total counter
                        sluice_guard_refused_total{point="class"} 3
                        sluice_guard_refused_total{point="java.net.Socket.connect"} 1
                        # HELP sluice_ledger_up 1 while the ledger can be written; nothing is delivered otherwise.
                        # TYPE sluice_ledger_up gauge
                        sluice_ledger_up 1
                        # HELP sluice_store_up 1 while the store can be read and written; who needs it waits otherwise.
                        # TYPE sluice_store_up gauge
                        sluice_store_up 1
                        # HELP sluice_store_records Records that are kept, by why: live, retained, held.
                        # TYPE sluice_store_records gauge
                        sluice_store_records{owner="sluice.app.waste",purpose="waste-collection",state="live"} 12
                        # HELP sluice_store_oldest_seconds Age of the oldest record; up to a step of its deadline too much.
                        # TYPE sluice_store_oldest_seconds gauge
                        sluice_store_oldest_seconds{owner="sluice.app.waste",purpose="waste-collection",state="live"} 7200
                        # HELP sluice_store_overdue_seconds How long the record that should have gone first is past its deadline.
                        # TYPE sluice_store_overdue_seconds gauge
                        sluice_store_overdue_seconds{owner="sluice.app.waste",purpose="waste-collection",state="live"} 60
                        # HELP sluice_trouble Things that do not run now, by part and code; `sluice:why` says why.
                        # TYPE sluice_trouble gauge
                        sluice_trouble{part="broker",code="above-ceiling"} 2
                        # HELP sluice_flow_total Observations of a flow; code is permitted or why not.
                        # TYPE sluice_flow_total counter
                        sluice_flow_total{stream="traffic.plate",purpose="advertising",recipient="sluice.demo.advertising",code="prohibited"} 45
                        sluice_flow_total{stream="traffic.plate",purpose="traffic-planning",recipient="sluice.app.planning",code="overflow"} 2
                        sluice_flow_total{stream="traffic.plate",purpose="traffic-planning",recipient="sluice.app.planning",code="permitted"} 43
                        # HELP sluice_flow_queued Observations that wait for the recipient.
                        # TYPE sluice_flow_queued gauge
                        sluice_flow_queued{stream="traffic.plate",purpose="advertising",recipient="sluice.demo.advertising"} 0
                        sluice_flow_queued{stream="traffic.plate",purpose="traffic-planning",recipient="sluice.app.planning"} 7
                        # HELP sluice_flow_latency_seconds From the door to the recipient's queue, since start; upper bounds of buckets that are 12 % wide.
                        # TYPE sluice_flow_latency_seconds summary
                        sluice_flow_latency_seconds{stream="traffic.plate",purpose="advertising",recipient="sluice.demo.advertising",quantile="0.5"} NaN
                        sluice_flow_latency_seconds{stream="traffic.plate",purpose="advertising",recipient="sluice.demo.advertising",quantile="0.99"} NaN
                        sluice_flow_latency_seconds{stream="traffic.plate",purpose="traffic-planning",recipient="sluice.app.planning",quantile="0.5"} 0.0025
                        sluice_flow_latency_seconds{stream="traffic.plate",purpose="traffic-planning",recipient="sluice.app.planning",quantile="0.99"} 0.05
                        # HELP sluice_door_total Messages at the door; code is accepted or why not.
                        # TYPE sluice_door_total counter
                        sluice_door_total{code="accepted"} 45
                        sluice_door_total{code="malformed"} 1
                        # HELP sluice_stream_total Readings of a stream before any recipient; code is classified, stripped (fields) or why not.
                        # TYPE sluice_stream_total counter
                        sluice_stream_total{stream="traffic.plate",code="classified"} 45
                        sluice_stream_total{stream="traffic.plate",code="stripped"} 9
                        # HELP sluice_guest_up 1 while the driver or application runs; 0 if it stalled or failed.
                        # TYPE sluice_guest_up gauge
                        sluice_guest_up{name="sluice.app.planning",kind="application"} 1
                        sluice_guest_up{name="sluice.driver.alpr",kind="driver"} 0
                        """);
    }

    @Test
    void a_strict_reader_accepts_the_whole_page() {
        ExpositionReader page = ExpositionReader.read(servlet(city(), 20_000).page());
        assertThat(page.types)
                .containsEntry("sluice_flow_total", "counter")
                .containsEntry("sluice_flow_latency_seconds", "summary")
                .containsEntry("jvm_gc_collection_seconds", "summary");
        assertThat(page.samples)
                .containsKeys("jvm_memory_used_bytes{area=heap}", "jvm_threads_current{}")
                .containsEntry("sluice_stream_total{code=stripped, stream=traffic.plate}", 9.0);
    }

    @Test
    void without_a_broker_and_a_ledger_the_page_says_so() {
        ExpositionReader page =
                ExpositionReader.read(servlet(new FakePlatform(), 20_000).page());
        assertThat(page.samples).containsEntry("sluice_broker_up{}", 0.0).containsEntry("sluice_ledger_up{}", 0.0);
    }

    @Test
    void a_guard_that_lacks_a_layer_counts_as_not_armed() {
        FakePlatform platform = FakePlatform.healthy();
        platform.armed = () -> Set.of("jdk");
        assertThat(platformText(platform)).contains("\nsluice_guard_armed 0\n");
    }

    @Test
    void who_was_sent_away_is_counted_by_code() {
        FakePlatform platform = FakePlatform.healthy();
        platform.access = new AccessCounts() {
            @Override
            public Map<String, Long> signIns() {
                return Map.of("wrong", 4L);
            }

            @Override
            public Map<String, Long> refusedRequests() {
                return Map.of("cross-site", 2L);
            }
        };
        assertThat(platformText(platform))
                .contains("\nsluice_sign_in_total{outcome=\"wrong\"} 4\n")
                .contains("\nsluice_request_refused_total{code=\"cross-site\"} 2\n");
    }

    @Test
    void a_ledger_in_trouble_is_not_up() {
        FakePlatform platform = FakePlatform.healthy();
        platform.ledger = new FakeLedger("no space left");
        assertThat(platformText(platform)).contains("\nsluice_ledger_up 0\n");
    }

    @Test
    void a_page_never_grows_past_its_limit() {
        FakePlatform platform = FakePlatform.healthy();
        FakeBroker broker = new FakeBroker();
        platform.broker = broker;
        for (int i = 0; i < 10_000; i++) {
            broker.door.put("code-" + i, 1L);
        }
        ExpositionReader page = ExpositionReader.read(servlet(platform, 100).page());
        assertThat(page.samples).hasSize(101);
        assertThat(page.samples.get("sluice_metrics_omitted{}")).isGreaterThan(9_900.0);
    }

    @Test
    void a_limit_that_would_hide_everything_is_refused() {
        assertThatThrownBy(() -> servlet(new FakePlatform(), 99))
                .hasMessage("`max.samples` must be at least 100, got `99`");
    }

    @Test
    void only_get_and_head_are_answered() throws Exception {
        FakeExchange post = new FakeExchange("POST");
        servlet(city(), 20_000).service(post.request(), post.response());
        assertThat(post.status).isEqualTo(405);
        assertThat(post.headers).containsEntry("Allow", "GET, HEAD");
        FakeExchange head = new FakeExchange("HEAD");
        servlet(city(), 20_000).service(head.request(), head.response());
        assertThat(head.status).isEqualTo(200);
        assertThat(head.body.size()).isZero();
        FakeExchange get = new FakeExchange("GET");
        servlet(city(), 20_000).service(get.request(), get.response());
        assertThat(get.headers).containsEntry("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        assertThat(get.headers).containsEntry("Content-Length", String.valueOf(get.body.size()));
    }

    @Test
    void the_default_limit_is_20_000_samples() throws Exception {
        assertThat(MetricsServlet.Config.class.getMethod("max_samples").getDefaultValue())
                .isEqualTo(20_000);
    }

    private static FakePlatform city() {
        FakePlatform platform = FakePlatform.healthy();
        FakeBroker broker = new FakeBroker();
        platform.broker = broker;
        platform.armed = new FakeGuard(Map.of("java.net.Socket.connect", 1L, "class", 3L));
        platform.admission = FakeGuard.admission(APPROVED, WAITING, APPROVED);
        broker.flow(ADS, State.DENY, "prohibited", Map.of("prohibited", 45L), 0, new Latency(0, 0));
        Map<String, Long> counts = Map.of("permitted", 43L, "overflow", 2L);
        broker.flow(PLANNING, State.PERMIT, "permitted", counts, 7, new Latency(2_500, 50_000));
        broker.door.putAll(Map.of("malformed", 1L, "accepted", 45L));
        broker.streams.put("traffic.plate", Map.of("stripped", 9L, "classified", 45L));
        broker.guests.add(new Guest("sluice.driver.alpr", "driver", "running", 3, Map.of()));
        broker.guests.add(new Guest("sluice.driver.alpr", "driver", "stalled", 0, Map.of()));
        broker.guests.add(new Guest("sluice.app.planning", "application", "running", 0, Map.of("note", 1L)));
        Trouble refused = new Trouble("above-ceiling", "application a", "why");
        return platform.says("broker", refused, refused);
    }

    private static String platformText(FakePlatform platform) {
        Exposition page = new Exposition(1000);
        new PlatformMetrics(platform, page).write();
        String text = page.finish();
        return text.substring(0, text.indexOf("# HELP sluice_metrics_omitted"));
    }

    private static MetricsServlet servlet(Platform platform, int maxSamples) {
        return new MetricsServlet(platform, maxSamples);
    }
}
