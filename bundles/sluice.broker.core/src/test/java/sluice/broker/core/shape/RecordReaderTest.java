package sluice.broker.core.shape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Point;

final class RecordReaderTest {
    private enum Lid {
        OPEN {
            @Override
            public String toString() {
                return "a lie";
            }
        },
        SHUT
    }

    private record Plain(String name, int small, long whole, double number, boolean flag, Instant at, Point place) {}

    private record Absent(
            @Nullable String name,
            @Nullable Integer small,
            @Nullable Double number,
            @Nullable Lid lid) {}

    record Liar(String plate, long count) {
        @Override
        public String plate() {
            return "what the accessor says";
        }

        @Override
        public long count() {
            throw new IllegalStateException("foreign code runs");
        }
    }

    private record WithLid(Lid lid) {}

    private record WithList(@Nullable List<String> list) {}

    private record WithNumbers(List<Long> list) {}

    private record Wide(
            int a,
            int b,
            int c,
            int d,
            int e,
            int f,
            int g,
            int h,
            int i,
            int j,
            int k,
            int l,
            int m,
            int n,
            int o,
            int p,
            int q,
            int r,
            int s,
            int t,
            int u,
            int v,
            int w,
            int x,
            int y,
            int z,
            int za,
            int zb,
            int zc,
            int zd,
            int ze,
            int zf) {}

    @Test
    void a_private_nested_record_is_read_component_by_component() {
        Instant at = Instant.parse("2026-05-04T10:07:30Z");
        Slots slots = read(new Plain("bin-1", -3, Long.MIN_VALUE, 0.5, true, at, new Point(43.6, -79.4)));

        assertThat(slots.getObject(0)).isEqualTo("bin-1");
        assertThat(slots.getLong(1)).isEqualTo(-3);
        assertThat(slots.getLong(2)).isEqualTo(Long.MIN_VALUE);
        assertThat(slots.getDouble(3)).isEqualTo(0.5);
        assertThat(slots.getBoolean(4)).isTrue();
        assertThat(slots.getObject(5)).isEqualTo(at);
        assertThat(slots.getObject(6)).isEqualTo(new Point(43.6, -79.4));
    }

    @Test
    void what_is_null_is_absent() {
        assertThat(read(new Absent(null, null, null, null)).present()).isZero();
        assertThat(read(new Absent("x", 1, 2.0, Lid.SHUT)).present()).isEqualTo(0b1111);
    }

    /** An accessor is the stranger's code: it could lie, and it could run inside the line. */
    @Test
    void fields_are_read_and_accessors_are_never_asked() {
        Slots slots = read(new Liar("ABCD123", 7));

        assertThat(slots.getObject(0)).isEqualTo("ABCD123");
        assertThat(slots.getLong(1)).isEqualTo(7);
    }

    @Test
    void an_enum_is_text_by_its_name_whatever_it_calls_itself() {
        assertThat(read(new WithLid(Lid.OPEN)).getObject(0)).isEqualTo("OPEN");
    }

    @Test
    void what_is_not_wanted_is_not_read() {
        Slots slots = requireNonNull(
                RecordReader.of(Liar.class, name -> name.equals("count")).read(new Liar("ABCD123", 7)));

        assertThat(slots.present()).isEqualTo(0b10);
        assertThat(slots.getObject(0)).isNull();
    }

    @Test
    void a_list_is_copied_and_its_owner_can_not_change_the_copy() {
        List<String> own = new ArrayList<>(List.of("a", "b"));
        Slots slots = read(new WithList(own));
        own.set(0, "changed");

        assertThat(slots.getList(0).toArray()).containsExactly("a", "b");
    }

    @Test
    void a_foreign_list_is_asked_for_its_iterator_only_and_not_kept() {
        Slots slots = read(new WithList(new Foreign(3)));

        assertThat(slots.getList(0).toArray()).containsExactly("item", "item", "item");
        assertThat(requireNonNull(slots.getObject(0)).getClass().getName()).startsWith("java.util.");
    }

    @Test
    void a_list_that_is_too_long_or_endless_is_unreadable() {
        RecordReader reader = RecordReader.of(WithList.class, name -> true);

        assertThat(reader.read(new WithList(Collections.nCopies(SlotAccess.MAX_LIST, "x"))))
                .isNotNull();
        assertThat(reader.read(new WithList(Collections.nCopies(SlotAccess.MAX_LIST + 1, "x"))))
                .isNull();
        assertThat(reader.read(new WithList(new Foreign(Long.MAX_VALUE)))).isNull();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void a_list_with_a_null_or_with_elements_of_another_class_is_unreadable() {
        RecordReader reader = RecordReader.of(WithNumbers.class, name -> true);

        assertThat(reader.read(new WithNumbers(Collections.singletonList(null))))
                .isNull();
        assertThat(reader.read(new WithNumbers((List) List.of("text")))).isNull();
        assertThat(reader.read(new WithNumbers((List) List.of(1)))).isNull();
        assertThat(reader.read(new WithNumbers(List.of(1L)))).isNotNull();
    }

    @Test
    void a_list_that_throws_throws_out_of_the_reader_on_its_own_thread() {
        RecordReader reader = RecordReader.of(WithList.class, name -> true);
        assertThatThrownBy(() -> reader.read(new WithList(new Foreign(-1)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thirty_two_components_are_read() {
        Slots slots = read(new Wide(
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30, 31, 32));

        assertThat(slots.present()).isEqualTo(-1);
        assertThat(slots.getLong(31)).isEqualTo(32);
    }

    private static Slots read(Record record) {
        return requireNonNull(RecordReader.of(record.getClass(), name -> true).read(record));
    }

    /** A list class of a stranger's: lies about its size, and goes on for as long as it likes. */
    private static final class Foreign extends AbstractList<String> {
        private final long length;

        Foreign(long length) {
            this.length = length;
        }

        @Override
        public String get(int index) {
            return "never asked";
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public Iterator<String> iterator() {
            if (length < 0) {
                throw new IllegalStateException("a stranger's exception");
            }
            return Collections.nCopies((int) Math.min(length, Integer.MAX_VALUE), "item")
                    .iterator();
        }
    }
}
