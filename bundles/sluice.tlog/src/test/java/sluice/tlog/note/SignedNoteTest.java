package sluice.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of Go's package golang.org/x/mod/sumdb/note, from which C2SP's signed-note was written down. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void the_published_note_is_read_verified_and_signed_alike() {
        SignedNote note = SignedNote.read(NOTE.getBytes(UTF_8)).orElseThrow();
        NoteVerifier verifier = NoteVerifier.read(KEY);
        assertThat(verifier.verifies(note)).isTrue();
        assertThat(verifier).hasToString(KEY);
        NoteSigner signer = NoteSigner.read(SECRET, verifier);
        assertThat(new SignedNote(TEXT, List.of(signer.sign(TEXT, 0))).toBytes())
                .isEqualTo(NOTE.getBytes(UTF_8));
        assertThat(signer.secret()).isEqualTo(SECRET);
    }

    /** tlog-cosignature, the example: a signature of kind 1 and a witness's, which has eight bytes more. */
    @Test
    void the_published_cosigned_checkpoint_is_read_with_both_signatures_and_written_alike() {
        String text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
                + "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
                + "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
        SignedNote note = SignedNote.read(text.getBytes(UTF_8)).orElseThrow();
        assertThat(Checkpoint.read(note.text()).orElseThrow().size()).isEqualTo(20_852_163);
        assertThat(note.signatures())
                .extracting(signature -> signature.bytes().length)
                .containsExactly(64, 72);
        assertThat(note.toBytes()).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void a_witness_signs_what_the_specification_says_and_its_time_counts() {
        NoteSigner log = NoteSigner.generate("city.example/ledger");
        NoteSigner witness = NoteSigner.generateWitness("witness.example/w1");
        SignedNote note = log.sign(new Checkpoint("city.example/ledger", 5, new byte[32]));
        SignedNote cosigned = note.with(witness.sign(note.text(), 1_679_315_147));
        SignedNote again = SignedNote.read(cosigned.toBytes()).orElseThrow();
        NoteVerifier known = NoteVerifier.read(witness.verifier().toString());
        assertThat(log.verifier().verifies(again)).isTrue();
        assertThat(known.verifies(again)).isTrue();
        byte[] later = again.signatures().get(1).bytes();
        later[7] ^= 1;
        assertThat(known.verifies(note.with(new NoteSignature(known.name(), known.keyId(), later))))
                .isFalse();
        assertThat(known.verifies(note)).isFalse();
    }

    @Test
    void a_changed_note_is_not_verified() {
        NoteVerifier verifier = NoteVerifier.read(KEY);
        Random random = new Random(8032);
        byte[] whole = NOTE.getBytes(UTF_8);
        for (int round = 0; round < 300; round++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(SignedNote.read(changed).filter(verifier::verifies))
                    .as("round %d", round)
                    .isEmpty();
        }
    }

    /** A wrong line of a known key spoils the note, even beside a good one (signed-note, "Signatures"). */
    @Test
    void one_wrong_line_of_a_known_key_spoils_the_note_and_unknown_keys_do_not() {
        SignedNote note = SignedNote.read(NOTE.getBytes(UTF_8)).orElseThrow();
        NoteVerifier verifier = NoteVerifier.read(KEY);
        assertThat(verifier.verifies(note.with(new NoteSignature("PeterNeumann", verifier.keyId(), new byte[64]))))
                .isFalse();
        assertThat(verifier.verifies(note.with(new NoteSignature("PeterNeumann", 7, new byte[64]))))
                .isTrue();
        assertThat(verifier.verifies(note.with(new NoteSignature("other", verifier.keyId(), new byte[64]))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 na me AAAAAAA=\n",
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA=",
                "te\txt\n\n\u2014 name AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA=\nmore\n"
            })
    void what_is_no_note_is_none(String text) {
        assertThat(SignedNote.read(text.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n",
                "o\n1\n",
                "o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n9999999999999999999\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
                "o\n1\nCsUY\n",
                "o\n1\n?\n",
                "\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
            })
    void what_is_no_checkpoint_is_none(String text) {
        assertThat(Checkpoint.read(text)).isEmpty();
    }

    @Test
    void keys_that_are_none_are_refused() {
        assertThatThrownBy(() -> NoteVerifier.read("name+00000000+AQ==")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NoteVerifier.read(KEY.replace("c74f20a3", "c74f20a4")))
                .hasMessageContaining("not its own");
        NoteVerifier other = NoteSigner.generate("PeterNeumann").verifier();
        assertThatThrownBy(() -> NoteSigner.read(SECRET, other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NoteSigner.generate("a b")).isInstanceOf(IllegalArgumentException.class);
    }
}
