package sluice.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TileTest {
    /** tlog-tiles, "Merkle Tree": index 1234067 is written x001/x234/067. */
    @Test
    void paths_are_those_of_the_specification() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(Tile.ENTRIES, 1_000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
        assertThat(new Tile(Tile.ENTRIES, 999, 256).path()).isEqualTo("tile/entries/999");
    }

    @Test
    void there_is_no_tile_without_hashes_and_none_with_more_than_256() {
        assertThatThrownBy(() -> new Tile(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tile(0, 0, 257)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tile(0, -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bundle_gives_back_its_entries_and_only_whole_ones() {
        List<byte[]> entries = List.of("a".getBytes(UTF_8), new byte[0], new byte[EntryBundle.LONGEST]);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(bundle).startsWith(0, 1, 'a', 0, 0, 0xff, 0xff);
        assertThat(EntryBundle.decode(bundle)).usingRecursiveComparison().isEqualTo(entries);
        assertThat(EntryBundle.decode(java.util.Arrays.copyOf(bundle, bundle.length - 1)))
                .hasSize(2);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.LONGEST + 1])))
                .hasMessageContaining("longer than");
    }
}
