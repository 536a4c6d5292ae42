package sluice.operator.internal.text;

import java.time.Duration;
import sluice.broker.core.port.StoreCount;
import sluice.operator.internal.Figures;
import sluice.store.Answer;
import sluice.store.Hold;
import sluice.store.Overview;

/** What the store says of itself: counts, never content. */
public final class StoreText {
    private StoreText() {}

    /**
     * The answer of {@code sluice:store-status}.
     *
     * @param overview how the store is
     * @return lines
     */
    public static String of(Overview overview) {
        Table table = new Table()
                .text("OWNER")
                .text("PURPOSE")
                .text("STATE")
                .figure("RECORDS")
                .figure("OLDEST")
                .figure("OVERDUE");
        overview.counts().forEach(count -> add(table, count));
        return Plain.of(overview.database()) + ", commit " + overview.version() + ", "
                + Figures.of(overview.keys(), "key") + ", last sweep "
                + (overview.lastSweep() == null
                        ? "not yet"
                        : overview.lastSweep().toString()) + "\n"
                + table.orElse("nothing is kept") + holds(overview);
    }

    private static void add(Table table, StoreCount count) {
        table.row(
                count.place().owner(),
                count.place().purpose(),
                count.state().toString(),
                Long.toString(count.records()),
                age(count.oldest()),
                count.overdue().isZero() ? "" : age(count.overdue()));
    }

    private static String holds(Overview overview) {
        StringBuilder text = new StringBuilder();
        for (Hold hold : overview.holds()) {
            text.append("hold ")
                    .append(Plain.of(hold.name() + " on " + hold.owner() + " for " + hold.purpose() + " since "
                            + hold.since() + " by " + hold.by() + ": " + hold.reason()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String age(Duration age) {
        return age.toDays() > 1
                ? age.toDays() + " d"
                : age.toHours() > 1 ? age.toHours() + " h" : age.toMinutes() + " min";
    }

    /**
     * What was not done.
     *
     * @param declined why
     * @return one line
     */
    public static String of(Answer.Declined declined) {
        return Plain.of(declined.why()) + " (" + declined.code() + ")";
    }

    /**
     * What was done.
     *
     * @param done what
     * @return one line
     */
    public static String of(Answer.Done done) {
        return Plain.of(done.what());
    }
}
