package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Outcome;

final class ReceiptTest {
    private final List<Outcome> told = new CopyOnWriteArrayList<>();
    private final Receipt receipt = new Receipt(told::add);

    @Test
    void a_message_without_a_delivery_is_committed_when_it_was_seen() {
        receipt.settle();
        assertThat(told).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void a_message_is_committed_when_its_last_delivery_is_safe_and_not_before() {
        receipt.expect();
        receipt.expect();
        receipt.settle();
        receipt.settle();
        assertThat(told).isEmpty();

        receipt.settle();
        assertThat(told).containsExactly(Outcome.COMMITTED);
    }

    @Test
    void another_end_is_told_once_and_late_deliveries_do_not_matter() {
        Outcome stalled = new Outcome.Refused(Reason.DRIVER_STALLED);
        receipt.expect();

        assertThat(receipt.tell(stalled)).isTrue();
        assertThat(receipt.tell(Outcome.COMMITTED)).isFalse();
        receipt.settle();
        receipt.settle();

        assertThat(told).containsExactly(stalled);
    }

    @Test
    void however_many_threads_settle_and_give_up_at_once_the_transport_is_told_once() throws Exception {
        int threads = 4;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 2_000; round++) {
                CopyOnWriteArrayList<Outcome> heard = new CopyOnWriteArrayList<>();
                race(workers, threads, new Receipt(heard::add));
                assertThat(heard).hasSize(1);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** The first worker gives the message up while the others settle all of it. */
    private static void race(ExecutorService workers, int threads, Receipt receipt) throws Exception {
        Stream.generate(() -> 0).limit(threads - 2).forEach(any -> receipt.expect());
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Boolean> giveUp = () -> {
            start.await();
            return receipt.tell(new Outcome.Refused(Reason.DRIVER_STALLED));
        };
        Callable<Boolean> settle = () -> {
            start.await();
            receipt.settle();
            return true;
        };
        Stream<Callable<Boolean>> settling = Stream.generate(() -> settle).limit(threads - 1);
        for (Future<Boolean> done :
                workers.invokeAll(Stream.concat(Stream.of(giveUp), settling).toList())) {
            done.get();
        }
    }
}
