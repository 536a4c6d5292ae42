package sluice.broker.core.plan;

import java.util.List;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Slots;

/** Several operators as one: each is applied to what the one before left, as long as it left a value. */
final class Chain implements Operator {
    private final Operator first;
    private final Operator[] then;

    private Chain(List<Operator> operators) {
        this.first = operators.get(0);
        this.then = operators.stream().skip(1).toArray(Operator[]::new);
    }

    /** Operators in order, at least one. */
    static Operator of(List<Operator> operators) {
        return operators.size() == 1 ? operators.get(0) : new Chain(operators);
    }

    @Override
    public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
        apply(from, fromIndex, to, toIndex, new Worker());
    }

    @Override
    public void apply(Slots from, int fromIndex, Slots to, int toIndex, Worker worker) {
        first.apply(from, fromIndex, to, toIndex, worker);
        for (int i = 0; i < then.length && to.has(toIndex); i++) {
            then[i].apply(to, toIndex, to, toIndex, worker);
        }
    }

    @Override
    public boolean needsValue() {
        return first.needsValue();
    }
}
