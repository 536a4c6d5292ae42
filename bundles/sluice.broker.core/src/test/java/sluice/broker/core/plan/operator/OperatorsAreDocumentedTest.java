package sluice.broker.core.plan.operator;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.ScreenKind;

/** What {@code docs/reference/operators.md} says of types, reasons, delay and vocabulary is what the code says. */
final class OperatorsAreDocumentedTest {
    private static final Path PAGE = Path.of("../../docs/reference/operators.md");

    private final Operators operators = new Operators();

    @Test
    void every_operator_on_fields_has_its_row() throws IOException {
        for (String name : operators.names()) {
            OperatorKind kind = operators.named(name).orElseThrow();
            String takes = kind.facts().takes().stream()
                    .map(ValueType::toString)
                    .sorted()
                    .collect(joining(", "));
            assertThat(row(name)).contains(takes).containsAll(told(kind.facts()));
        }
    }

    @Test
    void every_operator_on_records_has_its_row() throws IOException {
        for (String name : operators.screenNames()) {
            ScreenKind kind = operators.screen(name).orElseThrow();
            assertThat(row(name)).contains("`" + kind.reason().code() + "`").containsAll(told(kind.facts()));
        }
    }

    private static List<String> told(Facts facts) {
        return List.of(facts.delay().toString(), "`" + facts.dpv() + "`");
    }

    private static List<String> row(String name) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `" + name + "` |"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .findFirst()
                .orElseThrow(() -> new AssertionError("operators.md has no row for " + name));
    }
}
