package sluice.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.testkit.broker.InMemoryBroker.await;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.app.api.Manifest;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Outcome;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Session;
import sluice.testkit.broker.InMemoryBroker;

/** A driver whose author tries: the broker's own part of the guard. What the guard's other layers would refuse is done here all the same. */
@Timeout(60)
final class HostileDriverTest {
    private static final String SECRET = "ABCD123";

    /** What ran that must not. Static, as it is in a bundle. */
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();

    record Level(String container, double level) {}

    /** Every method that a record can override says that it was asked. */
    record Talker(String container, double level) {
        @Override
        public String container() {
            HEARD.add("container");
            return SECRET;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            HEARD.add("equals");
            return true;
        }

        @Override
        public int hashCode() {
            HEARD.add("hashCode");
            return 0;
        }

        @Override
        public String toString() {
            HEARD.add("toString");
            return SECRET;
        }
    }

    /** Every method that an exception can override says that it was asked. */
    private static final class Loud extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Loud() {
            super(SECRET, new IllegalStateException(SECRET));
        }

        @Override
        public String getMessage() {
            HEARD.add("getMessage");
            return SECRET;
        }

        @Override
        public String getLocalizedMessage() {
            HEARD.add("getLocalizedMessage");
            return SECRET;
        }

        @Override
        public synchronized Throwable getCause() {
            HEARD.add("getCause");
            return this;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            HEARD.add("getStackTrace");
            return new StackTraceElement[0];
        }

        @Override
        public String toString() {
            HEARD.add("toString");
            return SECRET;
        }
    }

    private final InMemoryBroker city = new InMemoryBroker(City.policies());
    private final CountDownLatch release = new CountDownLatch(1);
    private final Listener waste =
            new Listener(Manifest.forPurpose("waste-collection").needs(City.BINS, Level.class));

    @BeforeEach
    void two_devices_with_a_driver_each() {
        HEARD.clear();
        city.devices().add("bin-1", "driver.rogue", "mqtt:t/bin-1", Map.of());
        city.devices().add("bin-2", "driver.honest", "mqtt:t/bin-2", Map.of());
        city.broker().arrive("driver.honest", Rogue.honest());
        city.broker().arrive("app.waste", waste);
        city.awaitFlows(1);
    }

    @AfterEach
    void close() {
        release.countDown();
        city.close();
    }

    @Test
    void nothing_of_a_record_is_asked_but_its_fields() {
        arrive(new Rogue(frame -> Decoded.of(Reading.of(new Talker("bin-1", 0.57), frame)))
                .streaming(Map.of(Talker.class, City.BINS)));

        assertThat(city.send("t/bin-1", "x")).isEqualTo(Outcome.COMMITTED);

        assertThat(waste.next()).isEqualTo(new Level("bin-1", 0.5));
        assertThat(HEARD).isEmpty();
    }

    @Test
    void nothing_of_an_exception_is_asked_but_its_class() {
        arrive(new Rogue(frame -> {
            throw new Loud();
        }));

        assertThat(city.send("t/bin-1", "x")).isEqualTo(new Outcome.Refused(Reason.DRIVER_FAILED));

        assertThat(status("driver.rogue")).isEqualTo("failed: " + Loud.class.getName());
        assertThat(city.broker().view().guests().toString() + city.troubles()).doesNotContain(SECRET);
        assertThat(HEARD).isEmpty();
    }

    /** The words of `open` go to the operator; a driver that remembers a frame would put it into them. */
    @Test
    void what_a_driver_remembers_of_a_frame_is_not_in_what_it_says_of_its_settings() {
        String[] remembered = {""};
        arrive(new Rogue(frame -> {
                    remembered[0] = new String(frame.payload(), java.nio.charset.StandardCharsets.UTF_8);
                    return Decoded.nothing();
                })
                .configured(TextDriver.Settings.class)
                .opening(device -> {
                    if (!remembered[0].isEmpty()) {
                        throw new IllegalArgumentException("`segment` must be " + remembered[0]);
                    }
                    return frame -> {
                        remembered[0] = SECRET;
                        return Decoded.nothing();
                    };
                }));
        city.devices().add("bin-3", "driver.rogue", "mqtt:t/bin-3", Map.of("segment", "x"));
        city.send("t/bin-1", "x");

        assertThat(city.send("t/bin-3", "x")).isEqualTo(new Outcome.Refused(Reason.MISCONFIGURED));

        assertThat(city.troubles()).anyMatch(trouble -> trouble.contains("bin-3") && trouble.contains("`segment`"));
        assertThat(city.troubles().toString()).doesNotContain(SECRET);
    }

    @Test
    void a_driver_that_interrupts_itself_has_its_next_message_all_the_same() {
        arrive(new Rogue(frame -> {
            Thread.currentThread().interrupt();
            return Rogue.bin("bin-1", 0.57, frame.receivedAt());
        }));

        assertThat(city.send("t/bin-1", "one")).isEqualTo(Outcome.COMMITTED);
        city.clock().advance(java.time.Duration.ofSeconds(1));
        assertThat(city.send("t/bin-1", "two")).isEqualTo(Outcome.COMMITTED);
    }

    @Test
    void a_settings_record_whose_constructor_blocks_is_given_up_and_holds_up_nobody_else() {
        Stuck.until = release;
        arrive(Rogue.honest().configured(Stuck.class));
        var stuck = city.begin("t/bin-1", new byte[] {1}, false);

        assertThat(city.send("t/bin-2", "x")).isEqualTo(Outcome.COMMITTED);
        await("given up", () -> {
            city.broker().watch();
            return stuck.isDone();
        });

        assertThat(stuck.join()).isEqualTo(new Outcome.Refused(Reason.DRIVER_STALLED));
        assertThat(status("driver.rogue")).isEqualTo("stalled");
    }

    /** Swallows interrupts, as one that means harm would. */
    record Stuck() {
        static CountDownLatch until = new CountDownLatch(0);

        Stuck {
            while (until.getCount() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    static List<Rogue> impossible() {
        Map<Class<? extends Record>, String> many = new HashMap<>();
        many.put(Rogue.Bin.class, "s".repeat(101));
        return List.of(
                Rogue.honest().streaming(Map.of(Rogue.Bin.class, "a\nforged line")),
                Rogue.honest().streaming(many),
                Rogue.honest().streaming(Map.of(Rogue.Bin.class, "")),
                Rogue.honest().streaming(lying()),
                Rogue.honest().streaming(null_()),
                Rogue.honest().configured(null_()),
                Rogue.honest().configured(Throwing.class),
                Rogue.honest().opening(device -> null_()),
                Rogue.honest().opening(device -> deep(1)),
                new Rogue(frame -> null_()));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void a_driver_that_gives_nonsense_is_refused_and_the_others_go_on(Rogue rogue) {
        arrive(rogue);

        assertThat(city.send("t/bin-1", "x"))
                .isIn(new Outcome.Refused(Reason.DRIVER_FAILED), new Outcome.Refused(Reason.NO_DRIVER));

        assertThat(city.send("t/bin-2", "x")).isEqualTo(Outcome.COMMITTED);
        assertThat(status("driver.rogue")).startsWith("failed: java.lang.");
    }

    record Throwing() {
        Throwing {
            throw new IllegalStateException(SECRET);
        }
    }

    static List<Decoded> extreme() {
        Instant now = Instant.parse("2026-05-04T10:07:30Z");
        return List.of(
                Rogue.bin("x".repeat(10_000_000), 0.5, now),
                Rogue.bin("x".repeat(21), 0.5, now),
                Rogue.bin("bin-1", Double.NaN, now),
                Rogue.bin("bin-1", Double.MAX_VALUE, now),
                Rogue.bin("bin-1", 0.5, Instant.MIN),
                Rogue.bin("bin-1", 0.5, Instant.MAX),
                Decoded.of(Reading.of(new Rogue.Bin("bin-1", -0.1, Instant.MAX), now)
                        .numbered(Long.MAX_VALUE)),
                Decoded.of(Reading.of(new Level("a class that it did not name", 0.5), now)));
    }

    @ParameterizedTest
    @MethodSource("extreme")
    void a_value_that_nobody_can_have_measured_is_refused_and_kept_nowhere(Decoded decoded) {
        arrive(new Rogue(frame -> decoded));

        assertThat(city.send("t/bin-1", "x")).isInstanceOf(Outcome.Refused.class);

        assertThat(city.spool().kept("app.waste")).isZero();
        assertThat(status("driver.rogue")).isEqualTo("running");
    }

    @Test
    void of_a_million_readings_in_a_frame_sixty_four_are_taken() {
        arrive(new Rogue(frame -> Decoded.of(java.util.stream.IntStream.range(0, 1_000_000)
                .mapToObj(i -> Reading.of(new Rogue.Bin("bin-1", 0.5, frame.receivedAt()), frame))
                .toArray(Reading[]::new))));

        city.send("t/bin-1", "x");

        await(
                "readings",
                () -> city.broker()
                                .view()
                                .streams()
                                .getOrDefault(City.BINS, Map.of())
                                .getOrDefault("classified", 0L)
                        == 64);
    }

    /** What it was told as an application would come back with the label of a driver's stream. */
    @Test
    void a_bundle_that_is_an_application_is_no_driver() {
        city.devices().add("bin-4", "app.waste", "mqtt:t/bin-4", Map.of());
        city.broker().arrive("app.waste", Rogue.honest());

        assertThat(city.troubles())
                .anyMatch(trouble -> trouble.contains("driver `app.waste`") && trouble.contains("ship two bundles"));
        assertThat(city.broker().view().guests())
                .noneMatch(
                        guest -> guest.kind().equals("driver") && guest.name().equals("app.waste"));
    }

    private void arrive(Rogue rogue) {
        city.broker().arrive("driver.rogue", rogue);
    }

    private String status(String name) {
        return city.broker().view().guests().stream()
                .filter(guest -> guest.name().equals(name))
                .map(BrokerView.Guest::status)
                .findFirst()
                .orElse("not here");
    }

    private static Session deep(int level) {
        return deeper(level + 1);
    }

    private static Session deeper(int level) {
        return deep(level + 1);
    }

    /** Another stream each time it is asked. */
    private static Map<Class<? extends Record>, String> lying() {
        Supplier<Set<Map.Entry<Class<? extends Record>, String>>> entries = () -> {
            throw new UnsupportedOperationException(SECRET);
        };
        return new AbstractMap<>() {
            @Override
            public Set<Map.Entry<Class<? extends Record>, String>> entrySet() {
                return entries.get();
            }
        };
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T null_() {
        return null;
    }
}
