package sluice.operator.internal.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView.Sample;
import sluice.operator.internal.SampleRow;

/** Records of simulated devices, before and after. */
public final class SampleText {
    private static final int MAX_VALUE = 60;

    private SampleText() {}

    /**
     * The answer of {@code sluice:sample}.
     *
     * @param samples at most one a flow
     * @return lines
     */
    public static String of(List<Sample> samples) {
        if (samples.isEmpty()) {
            return "no permitted flow had a record of a simulated device yet; records of real devices are never shown\n";
        }
        StringBuilder text = new StringBuilder();
        for (Sample sample : samples) {
            text.append(text.length() == 0 ? "" : "\n").append(Plain.of(title(sample)));
            text.append('\n').append(table(sample));
        }
        return text.toString();
    }

    private static String title(Sample sample) {
        return sample.flow().stream() + " for " + sample.flow().purpose() + " to "
                + sample.flow().recipient();
    }

    private static String table(Sample sample) {
        Table table = new Table().text("FIELD").text("BEFORE").text("AFTER");
        SampleRow.of(sample)
                .forEach(row -> table.row(row.field(), value(row.before(), ""), value(row.after(), "(dropped)")));
        return table.orElse("the record has no field");
    }

    private static String value(@Nullable String value, String otherwise) {
        if (value == null) {
            return otherwise;
        }
        return value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE - 3) + "...";
    }
}
