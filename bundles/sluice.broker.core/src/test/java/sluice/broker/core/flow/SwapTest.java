package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;

/**
 * Policies are exchanged while records flow, and no record is mediated by half of each set. How many records: {@code
 * -Dsluice.swap.records=10000000}.
 */
final class SwapTest {
    private static final long RECORDS = Long.getLong("sluice.swap.records", 200_000);
    private static final int SENDERS = 2;
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");

    private record Passage(long speed) {}

    /** Both components say which set made them. */
    private record Told(long first, long second) {}

    /** What the two recipients were told of the record that the thread sent last; {@code offer} is called on that thread. */
    private static final class Pair implements Mailbox {
        private final ThreadLocal<long[]> told = ThreadLocal.withInitial(() -> new long[5]);

        @Override
        public void offer(Delivery delivery) {
            long[] all = told.get();
            int count = (int) all[0];
            all[2 * count + 1] = delivery.values().getLong(0);
            all[2 * count + 2] = delivery.values().getLong(1);
            all[0]++;
        }

        /** Whether four values came, and all of one set. */
        boolean isWhole() {
            long[] all = told.get();
            boolean whole = all[0] == 2 && all[1] == all[2] && all[2] == all[3] && all[3] == all[4];
            all[0] = 0;
            return whole;
        }

        long last() {
            return told.get()[1];
        }
    }

    private final TestPorts ports = new TestPorts();
    private final Board board = TestPorts.calm();
    private final Router router = new Router(new Meters(new CountingNothing()), board);
    private final Flow flow = new Flow(new CountingNothing(), ports, board, () -> NOW, () -> 1_000);
    private final Pair pair = new Pair();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong swaps = new AtomicLong();

    @Test
    void no_record_is_mediated_by_half_of_each_set() throws Exception {
        router.activate(set(1));
        router.join(new Asking("planning", "app.one", Told.class, pair));
        router.join(new Asking("planning", "app.two", Told.class, pair));
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1);
        try {
            Future<?> swapper = threads.submit(this::swap);
            List<Future<long[]>> senders = threads.invokeAll(List.<Callable<long[]>>of(this::send, this::send));
            isOver.set(true);
            swapper.get();

            for (Future<long[]> sender : senders) {
                assertThat(sender.get()[0]).as("records of two sets").isZero();
            }
            assertThat(senders.get(0).get()[1] + senders.get(1).get()[1])
                    .as("changes that were seen")
                    .isPositive();
            assertThat(swaps.get()).isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_next_record_after_a_swap_is_mediated_by_the_new_set() {
        router.activate(set(1));
        router.join(new Asking("planning", "app.one", Told.class, pair));
        router.join(new Asking("planning", "app.two", Told.class, pair));
        for (long version = 2; version < 200; version++) {
            router.activate(set(version));
            one(channel());
            assertThat(pair.isWhole()).isTrue();
            assertThat(pair.last()).isEqualTo(version);
        }
    }

    private void swap() {
        for (long version = 2; !isOver.get(); version++) {
            router.activate(set(version));
            swaps.incrementAndGet();
            Thread.yield();
        }
    }

    /** How many records were of two sets, and how many changes were seen. */
    private long[] send() {
        Channel channel = channel();
        long[] halves = new long[2];
        long last = 0;
        for (long i = 0; i < RECORDS / SENDERS; i++) {
            one(channel);
            halves[0] += pair.isWhole() ? 0 : 1;
            halves[1] += pair.last() == last ? 0 : 1;
            last = pair.last();
        }
        return halves;
    }

    private void one(Channel channel) {
        Route route = channel.route().orElseThrow();
        Slots values = requireNonNull(route.reader().read(new Passage(50)));
        Outcome outcome = flow.flow(
                new SlotReading("cam-1", new ReadingId(1, 2), values, NOW, false, 0), route, new Receipt(told -> {}));
        if (outcome != Outcome.COMMITTED) {
            throw new AssertionError(outcome);
        }
    }

    private Channel channel() {
        return router.open(new Channel.Origin("driver.any", Passage.class, PASSAGES, Label.NONPERSONAL));
    }

    private static PolicySet set(long version) {
        String constant = Long.toString(version);
        PolicySet town = Town.with(policy("app.one", constant), policy("app.two", constant));
        return new PolicySet(
                constant,
                Map.of(
                        PASSAGES,
                        Town.stream(
                                PASSAGES,
                                Accuracy.ANY,
                                requireNonNull(Town.passages().fields().get("speed")))),
                town.purposes(),
                town.policies());
    }

    private static Policy policy(String recipient, String constant) {
        return Town.policy(
                recipient,
                "planning",
                recipient,
                release("first", "speed", 10, "constant", constant),
                release("second", "speed", 11, "constant", constant));
    }

    /** A ledger for two threads. */
    private static final class CountingNothing implements Ledger {
        @Override
        public Tally tally(FlowKey flow, String code) {
            return () -> {};
        }

        @Override
        public boolean open(long epochSecond) {
            return true;
        }

        @Override
        public void sequence(String device, long sequence) {}

        @Override
        public void disclose(FlowKey flow, String device, Runnable whenDurable) {
            whenDurable.run();
        }

        @Override
        public void event(String event, Map<String, String> details) {}

        @Override
        public Opening opening() {
            return new Opening(-1, -1, Map.of());
        }

        @Override
        public String trouble() {
            return "";
        }

        @Override
        public Verification verify() {
            return new Verification(true, 0, -1, "");
        }
    }
}
