package sluice.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.broker.core.model.Reason;

/** A person who is told a code can look up what it means and what to do. */
final class ReasonsAreDocumentedTest {
    private static final String CODES = House.text(House.root().resolve("docs/reference/error-codes.md"));

    @ParameterizedTest
    @EnumSource
    void a_reason_has_one_row_with_its_kind(Reason reason) {
        String row = "| `" + reason.code() + "` | " + reason.kind() + " | ";
        assertThat(CODES.lines().filter(line -> line.startsWith(row))).as(row).isNotEmpty();
    }

    @Test
    void every_kind_is_explained() {
        Set<Reason.Kind> kinds = EnumSet.allOf(Reason.Kind.class);
        assertThat(kinds).allSatisfy(kind -> assertThat(CODES).contains("\n| " + kind + " | "));
    }
}
