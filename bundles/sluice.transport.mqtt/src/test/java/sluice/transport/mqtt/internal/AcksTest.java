package sluice.transport.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Outcome;

class AcksTest {
    private static final Outcome UNAVAILABLE = new Outcome.Unavailable(Reason.SPOOL_DOWN);

    private final List<Integer> sent = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refused = new AtomicInteger();
    private final Acks acks = new Acks(sent::add, refused::incrementAndGet);

    @Test
    void acknowledgements_go_out_in_the_order_of_arrival_whatever_thread_commits_first() throws Exception {
        List<Acks.Pending> messages = new ArrayList<>(
                IntStream.range(0, 2_000).mapToObj(acks::arrived).toList());
        Collections.shuffle(messages, new Random(7));
        ExecutorService threads = Executors.newFixedThreadPool(4);

        messages.forEach(message -> threads.execute(() -> acks.settle(message, Outcome.COMMITTED)));
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sent)
                .containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void a_message_that_can_not_be_taken_stops_all_behind_it() {
        Acks.Pending first = acks.arrived(1);
        Acks.Pending second = acks.arrived(2);
        Acks.Pending third = acks.arrived(3);

        acks.settle(first, Outcome.COMMITTED);
        acks.settle(second, UNAVAILABLE);
        acks.settle(third, Outcome.COMMITTED);
        acks.settle(third, UNAVAILABLE);

        assertThat(sent).containsExactly(1);
        assertThat(refused).hasValue(1);
    }

    @Test
    void nothing_is_acknowledged_on_a_connection_that_ended() {
        Acks.Pending late = acks.arrived(1);

        acks.end();
        acks.settle(late, Outcome.COMMITTED);

        assertThat(sent).isEmpty();
    }

    @Test
    void a_failed_acknowledgement_is_the_last_one() {
        List<Integer> tried = new ArrayList<>();
        Acks broken = new Acks(id -> !tried.add(id), refused::incrementAndGet);
        Acks.Pending first = broken.arrived(1);
        Acks.Pending second = broken.arrived(2);

        broken.settle(second, Outcome.COMMITTED);
        broken.settle(first, Outcome.COMMITTED);

        assertThat(tried).containsExactly(1);
    }
}
