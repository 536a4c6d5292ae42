package sluice.broker.core.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.plan.operator.kind.Bulk;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.Step;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * A ruling linked to the shape of one source's readings: which slot feeds which, through which operators. Immutable; holds no class of any
 * bundle.
 */
public final class Plan {
    private final int size;

    /** Each of operators of one class that do all their values by one call. */
    private final Step[][] bulks;

    private final Step[] others;
    private final int required;

    private Plan(int size, List<Step> steps, int required) {
        Map<Class<?>, List<Step>> alike = steps.stream()
                .filter(step -> step.operator() instanceof Bulk)
                .collect(groupingBy(step -> step.operator().getClass(), LinkedHashMap::new, toList()));
        alike.values().removeIf(bulk -> bulk.size() == 1);
        this.size = size;
        this.bulks =
                alike.values().stream().map(bulk -> bulk.toArray(Step[]::new)).toArray(Step[][]::new);
        this.others = steps.stream()
                .filter(step -> !alike.containsKey(step.operator().getClass()))
                .toArray(Step[]::new);
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
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ruling.outputs().size(); i++) {
            Ruling.Output output = ruling.outputs().get(i);
            int source = reading.indexOf(output.field());
            Operator operator = Chain.of(output.operators().stream()
                    .map(one -> one.linkedTo(reading))
                    .toList());
            if (source != Shape.NOWHERE || !operator.needsValue()) {
                steps.add(Step.of(source, i, operator));
            }
        }
        return new Plan(ruling.outputs().size(), steps, observation.requiredMask());
    }

    /**
     * Makes an observation's values from a reading's.
     *
     * @param reading classified values
     * @param worker the thread's own, which has taken up the record; says afterwards whether an operator refused it
     * @return new slots in the order of the recipient's record
     */
    public Slots minimise(Slots reading, Worker worker) {
        Slots observation = new Slots(size);
        for (Step[] bulk : bulks) {
            ((Bulk) bulk[0].operator()).applyAll(bulk, reading, observation);
        }
        for (Step step : others) {
            if (step.isPossible(reading)) {
                step.operator().apply(reading, step.source(), observation, step.target(), worker);
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
}
