package sluice.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verifier's own arithmetic against published vectors; it has no other judge. */
class MerkleTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** Roots that Certificate Transparency publishes with its implementations for RFC 6962 trees of 1 to 8 of these leaves. */
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
        Merkle tree = new Merkle();
        assertThat(hex(tree.root())).startsWith("e3b0c442");
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(Sha256.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(hex(tree.root())).isEqualTo(ROOTS.get(i));
            assertThat(tree.size()).isEqualTo(i + 1);
        }
    }

    /** github.com/transparency-dev/merkle, testdata/inclusion/3. */
    @Test
    void a_published_inclusion_proof_leads_to_its_root() throws Refuted {
        byte[] leaf = base64("ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=");
        List<byte[]> path = List.of(base64("+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU="));
        assertThat(Merkle.fromInclusion(leaf, 2, 3, path))
                .isEqualTo(base64("rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc="));
        assertThatThrownBy(() -> Merkle.fromInclusion(leaf, 2, 3, List.of())).isInstanceOf(Refuted.class);
        assertThatThrownBy(() -> Merkle.fromInclusion(leaf, 2, 3, List.of(leaf, leaf)))
                .isInstanceOf(Refuted.class);
    }

    /** github.com/transparency-dev/merkle, testdata/consistency/3. */
    @Test
    void a_published_consistency_proof_leads_to_both_roots() throws Refuted {
        byte[] two = base64("+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=");
        List<byte[]> path = List.of(
                base64("Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4="),
                base64("vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="));
        byte[][] roots = Merkle.fromConsistency(2, 5, two, true, path);
        assertThat(roots[0]).isEqualTo(two);
        assertThat(hex(roots[1])).isEqualTo(ROOTS.get(4));
        assertThatThrownBy(() -> Merkle.fromConsistency(2, 5, two, true, path.subList(0, 1)))
                .isInstanceOf(Refuted.class);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
