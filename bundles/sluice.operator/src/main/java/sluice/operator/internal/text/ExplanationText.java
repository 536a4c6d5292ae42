package sluice.operator.internal.text;

import java.util.List;

/** A decision, rule by rule. */
public final class ExplanationText {
    private static final String INDENT = "  ";

    private ExplanationText() {}

    /**
     * The answer of {@code sluice:explain}.
     *
     * @param rules the decision, then each rule that was considered
     * @return lines; the rules are indented
     */
    public static String of(List<String> rules) {
        StringBuilder text = new StringBuilder();
        for (String rule : rules) {
            String indent = text.length() == 0 ? "" : INDENT;
            Plain.wrap(rule, Table.WIDTH - INDENT.length())
                    .forEach(line -> text.append(indent).append(line).append('\n'));
        }
        return text.length() == 0 ? "no rule was considered\n" : text.toString();
    }
}
