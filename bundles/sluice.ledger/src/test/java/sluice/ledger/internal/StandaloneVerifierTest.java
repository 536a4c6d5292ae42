package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.ledger.internal.LedgerScene.PLATES;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.ledger.verify.Main;
import sluice.tlog.note.NoteSigner;
import sluice.tlog.note.SignedNote;

/** The verifier that shares no code with us reads what we write, from the files alone, and notices what we would. */
class StandaloneVerifierTest {
    @TempDir
    private Path root;

    private LedgerScene scene;

    @BeforeEach
    void scene() {
        scene = new LedgerScene(root);
    }

    private void add(int disclosures) {
        KeptLedger ledger = scene.open();
        for (int i = 0; i < disclosures; i++) {
            ledger.disclose(PLATES, "camera-" + i % 7, () -> {});
        }
        ledger.event("policy-activated", Map.of("version", "v1"));
        scene.close(ledger);
    }

    private String key() throws IOException {
        return Files.readAllLines(scene.anchor.resolve("key")).get(1);
    }

    private String verify(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(scene.folder.toString(), "--key", key()));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(arguments.toArray(String[]::new), new PrintStream(out, true, UTF_8));
        return code + " " + out.toString(UTF_8);
    }

    @Test
    void sizes_around_every_edge_are_verified_and_continue_each_other(@TempDir Path older) throws IOException {
        add(0);
        for (int more : List.of(1, 252, 0, 0, 1, 300, 65_000, 500)) {
            Path before = Files.copy(
                    scene.folder.resolve("checkpoint"), older.resolve("before"), StandardCopyOption.REPLACE_EXISTING);
            add(more);
            assertThat(verify("--since", before.toString())).startsWith("0 ").contains("VERIFIED");
        }
        assertThat(verify("--leaf", "0", "--leaf", "65536"))
                .contains("entry 65536 is included")
                .contains("VERIFIED");
    }

    @Test
    void an_opening_is_shown_to_be_the_one_of_its_leaf() throws IOException {
        add(3);
        String opening = OutsideVerifier.openings(scene.folder).get(1);
        assertThat(verify("--opening", "1", opening)).contains("VERIFIED").contains("\"device\":\"camera-1\"");
        assertThat(verify("--opening", "2", opening)).startsWith("1 ").contains("does not commit");
    }

    @Test
    void a_witness_is_named() throws IOException {
        add(3);
        NoteSigner witness = NoteSigner.generateWitness("witness.example/w1");
        Path checkpoint = scene.folder.resolve("checkpoint");
        SignedNote note = SignedNote.read(Files.readAllBytes(checkpoint)).orElseThrow();
        Files.write(
                checkpoint, note.with(witness.sign(note.text(), 1_679_315_147)).toBytes());
        assertThat(verify("--witness", witness.verifier().toString())).contains("w1: cosigned");
        assertThat(verify(
                        "--witness", NoteSigner.generateWitness("w2").verifier().toString()))
                .contains("w2: NOT cosigned")
                .contains("VERIFIED");
        KeptLedger ledger = scene.open();
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
        assertThat(verify("--witness", witness.verifier().toString())).contains("w1: cosigned");
    }

    @Test
    void any_changed_byte_of_tiles_entries_or_checkpoint_is_refuted() throws IOException {
        add(600);
        Random random = new Random(11);
        List<Path> files = new ArrayList<>(OutsideVerifier.files(scene.folder.resolve("tile")).stream()
                .filter(file -> !file.toString().contains(".p/") || file.endsWith("89"))
                .toList());
        files.add(scene.folder.resolve("tile/1/000.p/2"));
        files.add(scene.folder.resolve("checkpoint"));
        for (Path file : files) {
            for (int round = 0; round < 10; round++) {
                byte[] whole = LedgerScene.flip(file, random.nextInt(LedgerScene.usedBytes(file)));
                assertThat(verify()).as("%s", file).startsWith("1 ").contains("REFUTED");
                Files.write(file, whole);
            }
        }
        assertThat(verify()).contains("VERIFIED");
    }

    @Test
    void an_old_copy_and_another_history_are_refuted(@TempDir Path elsewhere) throws IOException {
        add(300);
        LedgerScene.copy(scene.folder, elsewhere.resolve("old"));
        add(300);
        Path newest = Files.copy(scene.folder.resolve("checkpoint"), elsewhere.resolve("newest"));
        LedgerScene forged = new LedgerScene(elsewhere.resolve("forged"));
        Files.createDirectories(forged.anchor);
        Files.copy(scene.anchor.resolve("key"), forged.anchor.resolve("key"));
        forged.fill(300);
        assertThat(run(elsewhere.resolve("old"), newest)).contains("REFUTED").contains("old copy");
        assertThat(run(forged.folder, newest)).contains("REFUTED").contains("does not continue");
    }

    private String run(Path folder, Path since) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(
                new String[] {folder.toString(), "--key", key(), "--since", since.toString()},
                new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
