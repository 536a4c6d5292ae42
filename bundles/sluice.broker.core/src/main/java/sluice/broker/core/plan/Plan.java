package sluice.broker.core.plan;

import java.util.List;
import java.util.stream.Stream;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * A ruling linked to the shape of one source's readings: which slot feeds which, through which operators. Immutable; holds no class of any
 * bundle.
 */
public final class Plan {
    /** No value is read: the operators give the same for every reading. */
    private static final int NONE_NEEDED = Shape.NOWHERE - 1;

    private final int[] sources;
    /** The first operator of each output; mostly it is the only one. */
    private final Operator[] first;

    /** All operators of each output. */
    private final Operator[][] operators;

    private final int required;

    private Plan(int[] sources, Operator[][] operators, int required) {
        this.sources = sources;
        this.first = Stream.of(operators).map(chain -> chain[0]).toArray(Operator[]::new);
        this.operators = operators;
        this.required = required;
    }

    /**
     * Links a ruling to a shape of readings.
     *
     * @param ruling the permission
     * @param reading the shape of the source's record
     * @param observation the shape of the recipient's record
     * @return the plan; a field that the source does not have stays absent
     */
    public static Plan link(Ruling.Permitted ruling, Shape reading, Shape observation) {
        List<Ruling.Output> outputs = ruling.outputs();
        int[] sources = new int[outputs.size()];
        Operator[][] operators = new Operator[outputs.size()][];
        for (int i = 0; i < sources.length; i++) {
            Ruling.Output output = outputs.get(i);
            operators[i] = output.operators().stream()
                    .map(operator -> operator.linkedTo(reading))
                    .toArray(Operator[]::new);
            sources[i] = operators[i][0].needsValue() ? reading.indexOf(output.field()) : NONE_NEEDED;
        }
        return new Plan(sources, operators, observation.requiredMask());
    }

    /**
     * Makes an observation's values from a reading's.
     *
     * @param reading classified values
     * @param worker the thread's own, which has taken up the record; says afterwards whether an operator refused it
     * @return new slots in the order of the recipient's record
     */
    public Slots minimise(Slots reading, Worker worker) {
        Slots observation = new Slots(sources.length);
        for (int i = 0; i < sources.length; i++) {
            int source = sources[i];
            if (source == NONE_NEEDED || source != Shape.NOWHERE && reading.has(source)) {
                first[i].apply(reading, source, observation, i, worker);
                continueWith(operators[i], observation, i, worker);
            }
        }
        return observation;
    }

    /**
     * Makes an observation's values where no operator needs a worker.
     *
     * @param reading classified values
     * @return new slots in the order of the recipient's record
     */
    public Slots minimise(Slots reading) {
        return minimise(reading, new Worker());
    }

    /**
     * Whether an observation has all that its record requires.
     *
     * @param observation made by {@link #minimise}
     * @return false if a required component is absent
     */
    public boolean isComplete(Slots observation) {
        return (observation.present() & required) == required;
    }

    private static void continueWith(Operator[] chain, Slots observation, int target, Worker worker) {
        for (int k = 1; k < chain.length && observation.has(target); k++) {
            chain[k].apply(observation, target, observation, target, worker);
        }
    }
}
