package sluice.benchmarks.decide;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import sluice.benchmarks.NoPorts;
import sluice.broker.core.flow.Binding;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.Meters;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.Route;
import sluice.broker.core.flow.Router;
import sluice.broker.core.flow.SlotReading;
import sluice.broker.core.flow.Subscriber;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.condition.Moment;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** Drivers and recipients that are bound: a channel for each shape, and pairs of a channel and a recipient. */
final class Town {
    final Router router;
    final Board board = new Board();
    private final Channel[] channels;
    private final SlotReading[] readings;
    private final int[] index;

    /** A town of so many pairs, under so many rules. */
    Town(int pairs, int rules) {
        Instant now = Instant.now();
        board.activate(new Facts(
                Map.of(
                        Plans.IN_FORCE, new Term(now.minusSeconds(60), Instant.MAX),
                        Plans.OVER, new Term(Instant.EPOCH, now.minusSeconds(60))),
                Map.of(),
                Set.of(),
                OptOuts.NOBODY));
        router = new Router(new Meters(new NoPorts()), board);
        channels = new Channel[Math.max(pairs, Plans.SHAPES)];
        readings = new SlotReading[channels.length];
        for (int shape = 0; shape < Plans.SHAPES; shape++) {
            Class<? extends Record> type = GeneratedRecords.define("Shape" + shape, Plans.components(shape));
            channels[shape] =
                    router.open(new Channel.Origin("driver.d" + shape, type, Plans.stream(shape), Label.NONPERSONAL));
            readings[shape] = reading(Shape.of(type), now);
        }
        for (int pair = 0; pair < pairs; pair++) {
            channels[pair] = channels[pair % Plans.SHAPES];
            readings[pair] = readings[pair % Plans.SHAPES];
            router.join(new Asking(Plans.recipient(pair), Plans.stream(pair % Plans.SHAPES), asked(pair)));
        }
        router.activate(Plans.set(pairs, rules, 0));
        index = indexes(pairs);
    }

    private int[] indexes(int pairs) {
        int[] found = new int[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            List<Binding> bindings = route(pair).bindings();
            for (int i = 0; i < bindings.size(); i++) {
                found[pair] = bindings.get(i).flow().recipient().equals(Plans.recipient(pair)) ? i : found[pair];
            }
        }
        return found;
    }

    /** The route by which a pair's readings go now. */
    Route route(int pair) {
        return requireNonNull(channels[pair].inForce());
    }

    Binding binding(int pair) {
        return route(pair).bindings().get(index[pair]);
    }

    SlotReading reading(int pair) {
        return readings[pair];
    }

    Moment moment() {
        Instant now = Instant.now();
        return Moment.of(now, now, board.sheet(), 0);
    }

    /** How many of these pairs are refused, by share. */
    double refused(int[] pairs) {
        Moment moment = moment();
        int refused = 0;
        for (int pair : pairs) {
            refused += binding(pair).refuse(reading(pair), moment) == null ? 0 : 1;
        }
        return refused / (double) pairs.length;
    }

    /** Pairs by Zipf's law with exponent 1: the first is asked for most. */
    static int[] zipf(int pairs, int count) {
        double[] until = new double[pairs];
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            sum += 1.0 / (i + 1);
            until[i] = sum;
        }
        SplittableRandom random = new SplittableRandom(1);
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int found = Arrays.binarySearch(until, random.nextDouble(sum));
            drawn[i] = found < 0 ? -found - 1 : found;
        }
        return drawn;
    }

    static SlotReading reading(Shape shape, Instant now) {
        SplittableRandom random = new SplittableRandom(7);
        Slots slots = new Slots(shape.size());
        for (int i = 0; i < shape.size(); i++) {
            ValueType type = shape.components().get(i).type();
            switch (type) {
                case DOUBLE -> slots.setDouble(i, random.nextDouble(100));
                case LONG -> slots.setLong(i, random.nextInt(100));
                case POINT -> slots.setObject(i, new Point(random.nextDouble(43, 44), random.nextDouble(-80, -79)));
                default -> slots.setObject(i, "text-" + random.nextInt(100));
            }
        }
        return new SlotReading("device-1", new ReadingId(1, 2), slots, now, false, 0);
    }

    private static Shape asked(int pair) {
        Class<? extends Record> type = GeneratedRecords.define("Asked" + pair, Plans.components(pair % Plans.SHAPES));
        List<Component> components = new ArrayList<>(Shape.of(type).components());
        return new Shape(components);
    }

    /** A recipient of one stream. */
    record Asking(String recipient, String stream, Shape shape) implements Subscriber {
        @Override
        public String purpose() {
            return Plans.PURPOSE;
        }

        @Override
        public Map<String, Binding.To> needs() {
            return Map.of(requireNonNull(stream), new Binding.To(shape, Asking::nowhere));
        }

        @Override
        public void bound(Ruling.Permitted permitted, Set<String> streams) {}

        private static void nowhere(Delivery delivery) {}
    }
}
