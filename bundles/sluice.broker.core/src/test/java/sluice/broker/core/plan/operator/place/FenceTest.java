package sluice.broker.core.plan.operator.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.Applied;
import sluice.driver.spi.Point;

/** {@code zone} and {@code geofence-redact} on the map of {@link Applied#ZONES}. */
final class FenceTest {
    private static final Point OLD_TOWN = new Point(43.655, -79.385);
    private static final Point HARBOUR = new Point(43.645, -79.385);
    private static final Point ELSEWHERE = new Point(43.7, -79.4);

    @Test
    void a_point_becomes_the_name_of_its_zone() {
        assertThat(point("zone", "").object(OLD_TOWN)).isEqualTo("old-town");
        assertThat(point("zone", "").object(HARBOUR)).isEqualTo("harbour");
        assertThat(point("zone", "{among: [harbour]}").object(OLD_TOWN)).isNull();
    }

    @Test
    void outside_of_every_zone_there_is_no_name_unless_the_policy_has_one() {
        assertThat(point("zone", "").object(ELSEWHERE)).isNull();
        assertThat(point("zone", "{otherwise: suburbs}").object(ELSEWHERE)).isEqualTo("suburbs");
    }

    @Test
    void a_point_behind_the_fence_is_absent_and_another_stays() {
        Applied inside = point("geofence-redact", "{in: [old-town]}");
        assertThat(inside.object(OLD_TOWN)).isNull();
        assertThat(inside.object(HARBOUR)).isEqualTo(HARBOUR);

        Applied outside = point("geofence-redact", "{outside: [old-town, harbour]}");
        assertThat(outside.object(OLD_TOWN)).isEqualTo(OLD_TOWN);
        assertThat(outside.object(ELSEWHERE)).isNull();
    }

    private static Applied point(String name, String argument) {
        return Applied.named(name, argument, ValueType.POINT);
    }
}
