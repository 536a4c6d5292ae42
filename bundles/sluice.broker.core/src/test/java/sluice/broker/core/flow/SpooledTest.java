package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.AnySlots;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

final class SpooledTest {
    private record Level(String container, double level, Instant observed) {}

    private record Renamed(String bin, double level, Instant observed) {}

    private record Optional(String container, Double level, Instant observed) {}

    @Test
    void an_observation_survives_the_spool() {
        SplittableRandom random = new SplittableRandom(9);
        AnySlots any = new AnySlots(random);
        for (int i = 0; i < 2_000; i++) {
            Shape shape = any.shape();
            Slots slots = any.slots(shape);
            ReadingId id = new ReadingId(random.nextLong(), random.nextLong());
            Terms terms = terms("bäche.pegel", "flood-warning", shape);
            byte[] entry = Spooled.encode(new Delivery(terms, id, slots, Delivery.NOT_SPOOLED), shape);
            Delivery back = Spooled.decode(entry, terms, shape, i).orElseThrow();

            assertThat(Spooled.streamOf(entry)).isEqualTo("bäche.pegel");
            assertThat(back.id()).isEqualTo(id);
            assertThat(back.spoolPosition()).isEqualTo(i);
            assertThat(back.isSpooled()).isTrue();
            assertThat(AnySlots.values(shape, back.values())).isEqualTo(AnySlots.values(shape, slots));
        }
    }

    /** An update that renames a component, or works for another purpose, must not be given what was released on other terms. */
    @Test
    void a_recipient_on_other_terms_is_not_given_it() {
        Level level = new Level("bin-1", 0.5, Instant.EPOCH);
        RecordReader reader = RecordReader.of(Level.class, name -> true);
        Terms terms = terms("waste.container", "waste-collection", reader.shape());
        Delivery delivery =
                new Delivery(terms, new ReadingId(1, 2), requireNonNull(reader.read(level)), Delivery.NOT_SPOOLED);
        byte[] entry = Spooled.encode(delivery, reader.shape());

        assertThat(Spooled.decode(entry, terms, reader.shape(), 0)).isPresent();
        for (Class<? extends Record> other : List.of(Renamed.class, Optional.class)) {
            Shape shape = Shape.of(other);
            assertThat(Spooled.decode(entry, terms("waste.container", "waste-collection", shape), shape, 0))
                    .isEmpty();
        }
        assertThat(Spooled.decode(entry, terms("waste.container", "planning", reader.shape()), reader.shape(), 0))
                .isEmpty();
    }

    private static Terms terms(String stream, String purpose, Shape shape) {
        return new Terms(new FlowKey(stream, purpose, "sluice.app.waste"), shape.signature(), "0123");
    }
}
