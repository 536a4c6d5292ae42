package sluice.broker.core.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SlotCodecTest {
    private static final int SHAPES = 5_000;

    private final SplittableRandom random = new SplittableRandom(4);
    private final AnySlots any = new AnySlots(random);

    @Test
    void what_was_written_is_read_back() {
        for (int i = 0; i < SHAPES; i++) {
            Shape shape = any.shape();
            Slots slots = any.slots(shape);
            Slots read = SlotCodec.decode(shape, SlotCodec.encode(shape, slots));

            assertThat(AnySlots.values(shape, read)).isEqualTo(AnySlots.values(shape, slots));
        }
    }

    @Test
    void a_truncated_entry_is_never_taken_for_a_whole_one() {
        for (int i = 0; i < SHAPES; i++) {
            Shape shape = any.shape();
            byte[] bytes = SlotCodec.encode(shape, any.slots(shape));
            byte[] part = Arrays.copyOf(bytes, random.nextInt(bytes.length));

            assertThatIllegalArgumentException().isThrownBy(() -> SlotCodec.decode(shape, part));
        }
    }

    @Test
    void any_other_bytes_are_refused_or_read_and_nothing_else() {
        for (int i = 0; i < SHAPES; i++) {
            Shape shape = any.shape();
            byte[] rubbish = new byte[random.nextInt(200)];
            random.nextBytes(rubbish);
            if (refuses(shape, rubbish)) {
                continue;
            }
            assertThat(SlotCodec.decode(shape, rubbish).size()).isEqualTo(shape.size());
        }
    }

    private static boolean refuses(Shape shape, byte[] bytes) {
        try {
            SlotCodec.decode(shape, bytes);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }
}
