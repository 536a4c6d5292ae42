package sluice.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proofs are the ones of RFC 9162, and hold for what is true only. */
class ProofsTest {
    private final Proofs proofs = new Proofs();

    /** Published with github.com/transparency-dev/merkle, testdata/inclusion/3 and testdata/consistency/3. */
    @Test
    void published_proofs_hold() {
        byte[] two = base64("+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=");
        assertThat(proofs.isIncluded(
                        base64("ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c="),
                        2,
                        3,
                        List.of(two),
                        base64("rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=")))
                .isTrue();
        List<byte[]> path = List.of(
                base64("Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4="),
                base64("vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="));
        byte[] five = base64("Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=");
        assertThat(proofs.isConsistent(2, two, 5, five, path)).isTrue();
        assertThat(proofs.isConsistent(3, two, 5, five, path)).isFalse();
    }

    @Test
    void inclusion_proofs_of_all_small_trees_are_the_naive_ones_and_hold() throws IOException {
        for (int size = 1; size <= 40; size++) {
            MemoryLog log = new MemoryLog(size);
            for (int leaf = 0; leaf < size; leaf++) {
                assertIncluded(log, leaf);
            }
        }
    }

    @Test
    void inclusion_proofs_of_a_large_tree_are_the_naive_ones_and_hold() throws IOException {
        MemoryLog log = new MemoryLog(66_000);
        for (int size : TreeTest.sizes(66_000, 12)) {
            assertIncluded(log, size - 1);
        }
    }

    private void assertIncluded(MemoryLog log, int leaf) throws IOException {
        int size = log.entries.size();
        List<byte[]> path = log.stored().inclusion(leaf);
        byte[] root = log.published().root();
        byte[] leafHash = new TreeHash().leaf(log.entries.get(leaf));
        assertThat(path).usingRecursiveComparison().isEqualTo(log.naive().path(leaf));
        assertThat(proofs.isIncluded(leafHash, leaf, size, path, root)).isTrue();
        assertThat(proofs.isIncluded(leafHash, leaf + 1, size, path, root)).isFalse();
        assertThat(proofs.isIncluded(new TreeHash().leaf(new byte[] {9}), leaf, size, path, root))
                .isFalse();
        changes(path)
                .forEach(changed -> assertThat(proofs.isIncluded(leafHash, leaf, size, changed, root))
                        .isFalse());
    }

    @Test
    void consistency_proofs_of_all_small_trees_are_the_naive_ones_and_hold() throws IOException {
        for (int second = 1; second <= 40; second++) {
            MemoryLog log = new MemoryLog(second);
            for (int first = 1; first <= second; first++) {
                assertConsistent(log, first);
            }
        }
    }

    @Test
    void consistency_proofs_of_a_large_tree_are_the_naive_ones_and_hold() throws IOException {
        MemoryLog log = new MemoryLog(66_000);
        for (int first : TreeTest.sizes(66_000, 12)) {
            assertConsistent(log, first);
        }
    }

    private void assertConsistent(MemoryLog log, int first) throws IOException {
        int second = log.entries.size();
        List<byte[]> path = log.stored().consistency(first);
        byte[] older = log.naive().part(0, first).root();
        byte[] newer = log.published().root();
        assertThat(path).usingRecursiveComparison().isEqualTo(log.naive().proof(first));
        assertThat(proofs.isConsistent(first, older, second, newer, path)).isTrue();
        assertThat(proofs.isConsistent(first, new TreeHash().empty(), second, newer, path))
                .isFalse();
        assertThat(proofs.isConsistent(first, older, second, new TreeHash().empty(), path))
                .isFalse();
        changes(path)
                .forEach(changed -> assertThat(proofs.isConsistent(first, older, second, newer, changed))
                        .isFalse());
    }

    /** A tree whose history was rewritten does not continue the one before. */
    @Test
    void no_proof_leads_from_a_tree_to_another_history() throws IOException {
        MemoryLog before = new MemoryLog(300);
        MemoryLog after = new MemoryLog(0);
        for (int i = 0; i < 500; i++) {
            after.add(i == 123 ? new byte[] {7} : ("entry " + i).getBytes(UTF_8));
        }
        byte[] older = before.published().root();
        byte[] newer = after.published().root();
        assertThat(proofs.isConsistent(300, older, 500, newer, after.stored().consistency(300)))
                .isFalse();
    }

    @Test
    void nonsense_is_no_proof() {
        byte[] hash = new byte[32];
        assertThat(proofs.isIncluded(hash, -1, 1, List.of(), hash)).isFalse();
        assertThat(proofs.isIncluded(hash, 0, 0, List.of(), hash)).isFalse();
        assertThat(proofs.isConsistent(0, hash, 5, hash, List.of())).isFalse();
        assertThat(proofs.isConsistent(5, hash, 3, hash, List.of(hash))).isFalse();
        assertThat(proofs.isConsistent(3, hash, 5, hash, List.of())).isFalse();
    }

    /** Each hash with one bit changed, one too few, one too many. */
    private static List<List<byte[]>> changes(List<byte[]> path) {
        List<List<byte[]>> changes = new ArrayList<>();
        Random random = new Random(path.size());
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> changed = new ArrayList<>(path);
            byte[] hash = path.get(i).clone();
            hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            changed.set(i, hash);
            changes.add(changed);
        }
        if (!path.isEmpty()) {
            changes.add(path.subList(0, path.size() - 1));
        }
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        changes.add(longer);
        return changes;
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
