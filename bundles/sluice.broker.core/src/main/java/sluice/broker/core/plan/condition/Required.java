package sluice.broker.core.plan.condition;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicyCondition.Agreement;
import sluice.broker.core.model.PolicyCondition.Assessment;
import sluice.broker.core.model.PolicyCondition.Hours;
import sluice.broker.core.model.PolicyCondition.InZone;
import sluice.broker.core.model.PolicyCondition.NotOptedOut;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/**
 * The conditions of a policy, ready to be linked to a flow.
 *
 * @param conditions all must hold
 * @param consistencies notices of which one must have been in force when the record was collected; none if that does not matter
 * @param zones the city's map
 */
public record Required(List<PolicyCondition> conditions, List<Consistency> consistencies, Zones zones) {
    /** Nothing is written; a breach may freeze the flow all the same. */
    public static final Required NOTHING = new Required(List.of(), List.of(), Zones.NONE);

    public Required {
        conditions = List.copyOf(conditions);
        consistencies = List.copyOf(consistencies);
        requireNonNull(zones, "zones is null");
    }

    /**
     * Links them, and the freeze that is never written, to one flow and one shape of readings.
     *
     * @param flow stream, purpose and recipient
     * @param reading the shape of the source's record
     * @param board where the registers' facts are
     * @return the tests
     */
    public Tests linkedTo(FlowKey flow, Shape reading, Board board) {
        Draft draft = new Draft(reading, board);
        conditions.forEach(condition -> condition.fold(draft));
        return draft.tests(board.free(flow));
    }

    /** Sorts conditions by what they cost: facts first, points last. */
    private final class Draft implements PolicyCondition.Cases<Boolean> {
        private final Shape reading;
        private final Board board;
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Reason> reasons = new ArrayList<>();
        private final List<Hours> openings = new ArrayList<>();
        private final List<Fence> fences = new ArrayList<>();
        private long subjects;

        Draft(Shape reading, Board board) {
            this.reading = reading;
            this.board = board;
        }

        boolean ask(int number, Reason reason) {
            numbers.add(number);
            return reasons.add(reason);
        }

        Tests tests(int free) {
            return new Tests(
                    free,
                    new Tests.OnFacts(board.numbers(numbers), reasons.toArray(Reason[]::new)),
                    new Tests.OnRecord(
                            consistencies.toArray(Consistency[]::new),
                            board.openings(openings),
                            subjects,
                            fences.toArray(Fence[]::new)));
        }

        @Override
        public Boolean agreement(Agreement agreement) {
            return ask(board.agreement(agreement.name()), Reason.NO_AGREEMENT);
        }

        @Override
        public Boolean assessment(Assessment assessment) {
            return ask(board.assessment(assessment.name()), Reason.NO_ASSESSMENT);
        }

        @Override
        public Boolean hours(Hours hours) {
            return openings.add(hours);
        }

        @Override
        public Boolean inZone(InZone inZone) {
            return fences.add(new Fence(reading.indexOf(inZone.field()), zones.only(List.of(inZone.zone()))));
        }

        @Override
        public Boolean notOptedOut(NotOptedOut notOptedOut) {
            int index = reading.indexOf(notOptedOut.field());
            subjects |= index == Shape.NOWHERE ? Sheet.NOWHERE : 1L << index;
            return true;
        }
    }
}
