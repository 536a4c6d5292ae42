package sluice.broker.core.plan;

import java.util.List;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Shape;

/** Whether a policy's outputs fill one record of the recipient's. */
sealed interface Filled {
    /** What a record would tell; the highest there is, if it can not be filled. */
    Label label();

    /**
     * They do.
     *
     * @param observation the record's shape
     * @param outputs one a component
     * @param label what a record tells by its values and by coming at all
     */
    record With(Shape observation, List<Ruling.Output> outputs, Label label) implements Filled {}

    /**
     * They do not.
     *
     * @param reason its kind
     * @param why for the operator
     */
    record Not(Reason reason, String why) implements Filled {
        @Override
        public Label label() {
            return Label.DIRECT;
        }
    }
}
