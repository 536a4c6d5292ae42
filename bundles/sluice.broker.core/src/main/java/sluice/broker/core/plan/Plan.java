package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * A ruling linked to the shape of one source's readings: which slot feeds which, through which operators. Immutable; holds no class of any
 * bundle.
 */
public final class Plan {
    private final int size;
    private final int[] keptSources;
    private final int[] keptTargets;
    private final Step[] made;
    private final int required;

    private Plan(int size, List<Step> steps, int required) {
        this.size = size;
        List<Step> kept = steps.stream().filter(Step::isKept).toList();
        this.keptSources = kept.stream().mapToInt(Step::source).toArray();
        this.keptTargets = kept.stream().mapToInt(Step::target).toArray();
        this.made = steps.stream().filter(step -> !step.isKept()).toArray(Step[]::new);
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
            List<Operator> operators = output.operators().stream()
                    .map(operator -> operator.linkedTo(reading))
                    .toList();
            if (source != Shape.NOWHERE || !operators.get(0).needsValue()) {
                steps.add(Step.of(source, i, operators));
            }
        }
        return new Plan(ruling.outputs().size(), steps, observation.requiredMask());
    }

    /**
     * Makes an observation's values from a reading's. What is kept is copied at once, so that it costs no call.
     *
     * @param reading classified values
     * @return new slots in the order of the recipient's record
     */
    public Slots minimise(Slots reading) {
        Slots observation = new Slots(size);
        observation.copy(reading, keptSources, keptTargets);
        int present = reading.present();
        for (Step step : made) {
            if ((present & step.needed()) == step.needed()) {
                step.apply(reading, observation);
            }
        }
        return observation;
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
