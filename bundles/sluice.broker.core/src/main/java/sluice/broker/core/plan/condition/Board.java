package sluice.broker.core.plan.condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.PolicyCondition.Hours;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.FlowKey;

/**
 * The registers' facts where a record can look at them in a few nanoseconds: every question that some binding asks has a number, and the
 * answer is a term under that number. All answers change at once. Safe for several threads; whoever reads takes one {@link #sheet} and
 * keeps to it.
 */
public final class Board {
    private static final long[] NEVER = {Long.MAX_VALUE, Long.MIN_VALUE};
    private static final long[] ALWAYS = {Long.MIN_VALUE, Long.MAX_VALUE};
    private static final int ROOM = 64;

    private final Map<Question, Integer> numbers = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<List<Hours>, Opening[]> openings = new HashMap<>();
    private final Map<List<Integer>, int[]> lists = new HashMap<>();
    private Facts facts = Facts.UNKNOWN;
    private volatile Sheet sheet = new Sheet(new long[2 * ROOM], facts);

    /** What is asked of the registers: an agreement, an assessment, or whether a flow is free of a freeze. */
    private record Question(Kind kind, Object about) {}

    private enum Kind {
        AGREEMENT,
        ASSESSMENT,
        FREE
    }

    /** A board on which nothing was written: every flow is frozen. */
    public Board() {}

    /**
     * Writes all answers anew. When this returns, whoever takes a sheet takes the new one.
     *
     * @param next what the registers say now
     */
    public synchronized void activate(Facts next) {
        facts = next;
        write(sheet.terms.length);
    }

    /**
     * All answers as they are now, none of them older than the others.
     *
     * @return immutable
     */
    public Sheet sheet() {
        return sheet;
    }

    /**
     * What the registers say now, for the operator.
     *
     * @return the last facts
     */
    public synchronized Facts facts() {
        return facts;
    }

    /** The number of the question whether an agreement is in force. */
    int agreement(String name) {
        return number(new Question(Kind.AGREEMENT, name));
    }

    /** The number of the question whether an assessment is approved. */
    int assessment(String name) {
        return number(new Question(Kind.ASSESSMENT, name));
    }

    /** The number of the question whether a flow is not frozen. */
    int free(FlowKey flow) {
        return number(new Question(Kind.FREE, flow));
    }

    /**
     * Whether a flow may flow, as far as breaches go.
     *
     * @param flow stream, purpose and recipient
     * @return false if it is frozen
     */
    public boolean isFree(FlowKey flow) {
        return sheet.holds(free(flow), 0);
    }

    /** The same array for the same hours: they are looked at with every record, and the fewer places there are the nearer they are. */
    synchronized Opening[] openings(List<Hours> hours) {
        return openings.computeIfAbsent(
                List.copyOf(hours), all -> all.stream().map(Opening::new).toArray(Opening[]::new));
    }

    /** The same array for the same numbers, for the same reason. */
    synchronized int[] numbers(List<Integer> numbers) {
        return lists.computeIfAbsent(
                List.copyOf(numbers),
                all -> all.stream().mapToInt(Integer::intValue).toArray());
    }

    private synchronized int number(Question question) {
        Integer known = numbers.get(question);
        if (known != null) {
            return known;
        }
        int number = questions.size();
        questions.add(question);
        numbers.put(question, number);
        if (2 * number == sheet.terms.length) {
            write(2 * sheet.terms.length);
        } else {
            // INVARIANT: nobody has this number yet, so nobody reads what is written here into a sheet that is in use
            System.arraycopy(answer(question), 0, sheet.terms, 2 * number, 2);
        }
        return number;
    }

    private void write(int length) {
        long[] terms = new long[length];
        for (int i = 0; i < questions.size(); i++) {
            System.arraycopy(answer(questions.get(i)), 0, terms, 2 * i, 2);
        }
        sheet = new Sheet(terms, facts);
    }

    private long[] answer(Question question) {
        return switch (question.kind) {
            case AGREEMENT -> term(facts.agreements().get(question.about));
            case ASSESSMENT -> term(facts.assessments().get(question.about));
            case FREE ->
                facts.freezes().stream().anyMatch(freeze -> freeze.covers((FlowKey) question.about)) ? NEVER : ALWAYS;
        };
    }

    private static long[] term(@Nullable Term term) {
        return term == null ? NEVER : new long[] {millis(term.from()), millis(term.until())};
    }

    /** An instant so far away that it has no milliseconds is as far away as they go. */
    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException beyond) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
