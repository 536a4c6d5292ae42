package sluice.operator.internal.text;

import java.util.List;
import sluice.broker.core.port.BrokerView.Sight;
import sluice.broker.core.port.Ledger;

/** Who is told what is made from a field. */
public final class SightText {
    private SightText() {}

    /**
     * The answer of {@code sluice:who-can-see}.
     *
     * @param field stream and field
     * @param sights one for each thing that is told or refused
     * @return two tables: who is told, who is refused
     */
    public static String of(String field, List<Sight> sights) {
        Table told =
                new Table().text("RECIPIENT").text("PURPOSE").text("OUTPUT").text("LABEL");
        Table refused = new Table().text("RECIPIENT").text("PURPOSE").text("REFUSED");
        for (Sight sight : sights) {
            if (sight.code().equals(Ledger.PERMITTED)) {
                told.row(sight.flow().recipient(), sight.flow().purpose(), sight.output(), sight.label())
                        .detail("made by: " + sight.made())
                        .detail("by " + sight.rule() + "; the application " + sight.why())
                        .detail(sight.notice());
            } else {
                refused.row(sight.flow().recipient(), sight.flow().purpose(), sight.code())
                        .detail(sight.why())
                        .detail(sight.rule().isEmpty() ? "" : "by " + sight.rule());
            }
        }
        return "What is made from " + Plain.of(field) + " is told to\n" + told.orElse("nobody") + "\nRefused\n"
                + refused.orElse("nobody asks in vain");
    }
}
