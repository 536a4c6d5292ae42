package sluice.broker.core.plan.operator.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.Applied;

/** Most phones make an address up; a count of them that takes it for a device's own counts one person many times. */
final class MacKindTest {
    @ParameterizedTest
    @CsvSource({
        "00:1b:63:84:45:e6, global",
        "AC-DE-48-00-00-80, global",
        "001b.6384.45e6, global",
        "001B638445E6, global",
        "02:00:00:00:00:00, local",
        "da:a1:19:00:00:01, local",
        "DE-AD-BE-EF-00-01, local",
        "f6:00:00:00:00:00, local",
        "01:00:5e:00:00:fb, group",
        "33:33:00:00:00:01, group",
        "ff:ff:ff:ff:ff:ff, group",
        "00:1b:63:84:45, none",
        "00:1b:63:84:45:e6:77, none",
        "00:1b:63:84:45:g6, none",
        "٠٠:1b:63:84:45:e6, none",
        "'', none",
        "CTTA123, none"
    })
    void an_address_says_who_made_it_up(String address, String kind) {
        assertThat(Applied.named("mac-kind", "", ValueType.TEXT).to(address)).isEqualTo(kind);
    }
}
