package sluice.broker.core.plan.operator.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.port.Keys;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** A name that one recipient knows, for a time. */
final class PseudonymTest {
    private static final String CITY = "{scope: city, epoch: P1D, midnightIn: America/Toronto}";
    private static final String SENSOR = "{scope: sensor, epoch: P1D}";
    private static final String ZONE = "{scope: zone, of: place, epoch: P1D}";
    private static final String PLATE = "CTTA123";

    private final TestKeys keys = new TestKeys();
    private final Operators operators = new Operators(keys);
    private final Named city = new Named(operators, "pseudonym", CITY, "app.planning");

    @Test
    void a_plate_has_one_name_of_sixteen_characters_all_day_and_another_one_after_midnight() {
        String name = city.of(PLATE);
        assertThat(name).matches("[A-Za-z0-9_-]{16}");
        assertThat(city.by("camera-2").in(Named.HARBOUR).of(PLATE)).isEqualTo(name);
        assertThat(city.at(Named.NOON.plus(Duration.ofHours(11))).of(PLATE)).isEqualTo(name);
        assertThat(city.at(Named.NOON.plus(Duration.ofHours(13))).of(PLATE)).isNotEqualTo(name);
    }

    @Test
    void with_scope_sensor_each_sensor_has_its_own_name_for_a_plate() {
        Named sensor = new Named(operators, "pseudonym", SENSOR, "app.planning");
        String first = sensor.by("camera-1").of(PLATE);
        assertThat(sensor.by("camera-2").of(PLATE)).isNotEqualTo(first);
        assertThat(sensor.by("camera-1").of(PLATE)).isEqualTo(first);
        assertThat(city.of(PLATE)).isNotEqualTo(first);
    }

    @Test
    void with_scope_zone_each_zone_has_its_own_name_for_a_plate_and_nowhere_there_is_none() {
        Named zone = new Named(operators, "pseudonym", ZONE, "app.planning");
        String first = zone.in(Named.OLD_TOWN).of(PLATE);
        assertThat(zone.in(Named.HARBOUR).of(PLATE)).isNotEqualTo(first);
        assertThat(zone.by("camera-9").in(Named.OLD_TOWN).of(PLATE)).isEqualTo(first);
        assertThat(zone.in(new Point(0, 0)).of(PLATE)).isNull();
        assertThat(zone.in(null).of(PLATE)).isNull();
    }

    /** MFIPPA s. 32: what was disclosed to one institution must not be joined with what another has. */
    @Test
    void two_recipients_and_two_streams_share_no_name() {
        Named other = new Named(operators, "pseudonym", CITY, "app.parking");
        Named stream = new Named(operators, "pseudonym", CITY, "app.planning", "parking.session");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            names.add(city.of("CTTA" + i));
            names.add(other.of("CTTA" + i));
            names.add(stream.of("CTTA" + i));
        }
        assertThat(names).hasSize(30_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "\0", "CTTA12\0", "a1:b2:c3:d4:e5:f6", "日本 品川 330 あ 12-34", "\ud83d", "\ude97", "?"})
    void any_text_has_a_name_of_its_own(String text) {
        assertThat(city.of(text)).isNotNull().isNotEqualTo(city.of(text + "\0")).isNotEqualTo(city.of("CTTA12"));
    }

    @Test
    void a_text_that_no_identifier_is_as_long_as_has_none() {
        assertThat(city.of("x".repeat(255))).isNotNull();
        assertThat(city.of("x".repeat(256))).isNull();
        assertThat(city.refusal()).isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void without_a_key_there_is_no_name_and_the_record_is_refused() {
        city.of(PLATE);
        keys.refuse(Keys.Answer.No.DOWN);
        assertThat(city.of(PLATE)).isNull();
        assertThat(city.refusal()).isEqualTo(Reason.KEYS_DOWN);
        keys.refuse(Keys.Answer.No.OVER);
        assertThat(city.of(PLATE)).isNull();
        assertThat(city.refusal()).isEqualTo(Reason.EPOCH_OVER);
    }

    @Test
    void a_worker_forgets_its_cipher_when_the_key_is_destroyed() {
        assertThat(city.of(PLATE)).isNotNull();
        keys.destroyAll();
        assertThat(city.of(PLATE)).isNull();
        assertThat(city.refusal()).isEqualTo(Reason.EPOCH_OVER);
    }

    @Test
    void without_a_worker_there_is_no_name() {
        assertThat(city.withoutWorker(PLATE)).isNull();
    }

    @Test
    void for_nobody_in_particular_it_does_not_fit() {
        OperatorKind.Fit fit = operators
                .named("pseudonym")
                .orElseThrow()
                .parse(Written.argument(CITY))
                .sound()
                .orElseThrow()
                .fit(Named.value("traffic.plate", ""));
        assertThat(fit).isEqualTo(new OperatorKind.Fit.Unfit("`pseudonym` is for one recipient, and here is none"));
    }

    @Test
    void the_place_has_to_be_a_point_of_the_stream() {
        OperatorKind.Fit fit = operators
                .named("pseudonym")
                .orElseThrow()
                .parse(Written.argument("{scope: zone, of: plate, epoch: P1D}"))
                .sound()
                .orElseThrow()
                .fit(Named.value("traffic.plate", "app.planning"));
        assertThat(fit).isInstanceOf(OperatorKind.Fit.Unfit.class);
    }

    /** A text of 16 characters has 56 bytes on a JVM of 64 bits with compressed pointers, and there is nothing else. */
    @Test
    void nothing_is_allocated_but_the_text() {
        Slots reading = new Slots(2);
        reading.setObject(0, PLATE);
        reading.setObject(1, Named.OLD_TOWN);
        Slots observation = new Slots(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String argument : new String[] {CITY, SENSOR, ZONE}) {
            Named named = new Named(operators, "pseudonym", argument, "app.planning");
            named.repeat(reading, observation, 50_000);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            named.repeat(reading, observation, 100_000);
            long each = (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / 100_000;
            assertThat(each).as(argument).isLessThanOrEqualTo(56);
        }
    }
}
