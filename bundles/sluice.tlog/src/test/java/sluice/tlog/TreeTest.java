package sluice.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree is the one of RFC 6962 and RFC 9162, whatever its size, and however it was stored and read again. */
class TreeTest {
    /** Leaves and roots that Certificate Transparency publishes with its implementations, as reference for RFC 6962 trees of 1 to 8 leaves. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_those_that_are_published_for_rfc_6962() {
        MemoryLog log = new MemoryLog(0);
        for (int i = 0; i < LEAVES.size(); i++) {
            log.add(HexFormat.of().parseHex(LEAVES.get(i)));
            assertThat(hex(log.published().root())).isEqualTo(ROOTS.get(i));
        }
    }

    /** RFC 6962, 2.1: the hash of an empty list is the hash of an empty string. */
    @Test
    void the_root_of_nothing_is_the_hash_of_nothing() throws IOException {
        assertThat(hex(new MemoryLog(0).published().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new MemoryLog(3).stored().rootAt(0))
                .isEqualTo(new MemoryLog(0).published().root());
    }

    @Test
    void every_size_has_the_naive_root() {
        MemoryLog log = new MemoryLog(0);
        for (int i = 0; i < 600; i++) {
            log.add(new byte[] {(byte) i});
            assertThat(log.published().root())
                    .as("size %d", i + 1)
                    .isEqualTo(log.naive().root());
        }
    }

    @Test
    void a_large_tree_has_the_naive_root_and_so_has_every_smaller_one_that_is_read_from_its_tiles() throws IOException {
        MemoryLog log = new MemoryLog(70_000);
        assertThat(log.published().root()).isEqualTo(log.naive().root());
        StoredTree stored = log.stored();
        for (int size : sizes(log.entries.size(), 60)) {
            assertThat(stored.rootAt(size))
                    .as("size %d", size)
                    .isEqualTo(log.naive().part(0, size).root());
        }
    }

    /** tlog-tiles, "Partial Tiles": the example of 70,000 leaves. */
    @Test
    void seventy_thousand_leaves_have_the_tiles_of_the_specification() {
        MemoryLog log = new MemoryLog(70_000);
        log.published();
        assertThat(log.files.keySet().stream().filter(path -> path.startsWith("tile/0/")))
                .hasSize(274)
                .contains("tile/0/272", "tile/0/273.p/112");
        assertThat(log.files.keySet().stream().filter(path -> !path.startsWith("tile/0/")))
                .containsExactlyInAnyOrder("tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    @Test
    void a_tree_that_was_stored_grows_as_if_it_had_never_stopped() throws IOException {
        Random random = new Random(6962);
        MemoryLog log = new MemoryLog(0);
        for (int round = 0; round < 40; round++) {
            Stream.generate(() -> new byte[] {1}).limit(random.nextInt(900)).forEach(log::add);
            GrowingTree again = log.stored().growing((tile, hashes) -> log.files.put(tile.path(), hashes));
            assertThat(again.size()).isEqualTo(log.entries.size());
            again.append(new TreeHash().leaf(new byte[] {2}));
            log.add(new byte[] {2});
            assertThat(again.root()).isEqualTo(log.published().root());
        }
    }

    static List<Integer> sizes(int most, int count) {
        Random random = new Random(9162);
        return Stream.concat(
                        Stream.of(1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, most),
                        Stream.generate(() -> 1 + random.nextInt(most)).limit(count))
                .filter(size -> size <= most)
                .toList();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
