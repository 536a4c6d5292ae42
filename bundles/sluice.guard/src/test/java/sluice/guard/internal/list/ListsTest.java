package sluice.guard.internal.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.guard.internal.trial.Key;

/** Files that people write by hand, and what is left of them when they are damaged. */
final class ListsTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String OTHER = "fedcba9876543210".repeat(4);
    private static final String GOOD = DIGEST + "  acme.bin  1.0.0  acme  karaf  2026-05-04T03:02:01Z";

    @TempDir
    private Path folder;

    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(folder.resolve("vendors"));
    }

    @Test
    void a_damaged_line_approves_nothing_and_is_named() throws IOException {
        Files.writeString(
                folder.resolve("approved.list"),
                String.join(
                        "\n",
                        "# by hand",
                        "",
                        GOOD,
                        "nonsense",
                        DIGEST.toUpperCase(java.util.Locale.ROOT) + " a 1 acme k 2026-05-04T03:02:01Z",
                        OTHER + " a 1 acme k yesterday",
                        OTHER + " a 1 acme k",
                        "\0\0\0"));

        Approvals approvals = lists().approvals();

        assertThat(approvals.all())
                .singleElement()
                .matches(approval -> approval.digest().equals(DIGEST));
        assertThat(problems).hasSize(5).allMatch(problem -> problem.contains("approved.list line "));
        assertThat(problems.get(0)).contains("line 4");
    }

    @Test
    void bytes_that_are_no_text_spoil_their_line_only() throws IOException {
        Files.write(folder.resolve("approved.list"), (GOOD + "\n").getBytes(UTF_8));
        Files.write(
                folder.resolve("approved.list"),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0},
                java.nio.file.StandardOpenOption.APPEND);

        assertThat(lists().approvals().of(DIGEST)).isPresent();
        assertThat(problems).hasSize(1);
    }

    @Test
    void what_a_person_wrote_stays_when_the_guard_writes() throws IOException {
        Files.writeString(folder.resolve("approved.list"), "# why acme: contract 12\n" + GOOD + "\nnonsense\n");
        Approvals approvals = lists().approvals();

        approvals.withdraw(List.of(DIGEST), "jo", Instant.EPOCH);

        assertThat(folder.resolve("approved.list"))
                .hasContent("# why acme: contract 12\n-" + DIGEST
                        + "  acme.bin  1.0.0  acme  jo  1970-01-01T00:00:00Z\nnonsense\n");
        assertThat(approvals.of(DIGEST)).isEmpty();
        assertThat(lists().approvals().of(DIGEST)).isEmpty();
        assertThat(lists().approvals().owner("acme.bin")).contains("acme");
    }

    @Test
    void a_list_that_is_too_long_approves_nothing_and_is_not_written_over() throws IOException {
        Files.writeString(folder.resolve("approved.list"), (GOOD + "\n").repeat(10_001));
        Approvals approvals = lists().approvals();

        assertThat(approvals.all()).isEmpty();
        assertThat(problems).singleElement().asString().contains("approves nothing");
        assertThatThrownBy(() -> approvals.withdraw(List.of(DIGEST), "jo", Instant.EPOCH))
                .isInstanceOf(IOException.class);
        assertThat(Files.readAllLines(folder.resolve("approved.list"))).hasSize(10_001);
    }

    @Test
    void vendors_that_can_not_be_read_accept_nobody_and_are_named() throws IOException {
        Path vendors = folder.resolve("vendors");
        Files.writeString(vendors.resolve("acme.pem"), Key.of("acme").pem());
        Files.writeString(vendors.resolve("broken.pem"), Key.of("acme").pem().substring(0, 100));
        Files.writeString(vendors.resolve("empty.pem"), "");
        Files.writeString(vendors.resolve("Bad Name.pem"), Key.of("other").pem());
        Files.writeString(vendors.resolve("huge.pem"), "x".repeat(70_000));
        Files.writeString(
                vendors.resolve("weak.pem"),
                Key.with("weak", "-keyalg", "RSA", "-keysize", "1024").pem());
        Files.createSymbolicLink(vendors.resolve("link.pem"), vendors.resolve("acme.pem"));
        Files.writeString(vendors.resolve("readme.txt"), "no vendor");

        assertThat(lists().vendors().all())
                .singleElement()
                .matches(vendor -> vendor.name().equals("acme"));
        assertThat(problems).hasSize(5);
    }

    /** A vendor whose key changes is one vendor for a while with two keys. */
    @Test
    void a_vendor_may_have_two_keys() throws IOException {
        Files.writeString(
                folder.resolve("vendors/acme.pem"),
                Key.of("acme").pem() + Key.of("other").pem());

        assertThat(lists().vendors().all())
                .hasSize(2)
                .allMatch(vendor -> vendor.name().equals("acme"));
    }

    @Test
    void the_key_that_the_build_made_is_marked() throws IOException {
        Files.writeString(
                folder.resolve("vendors/development-key.pem"), Key.of("acme").pem());

        assertThat(lists().vendors().all()).singleElement().matches(vendor -> vendor.isDevelopment());
    }

    @Test
    void no_files_accept_nobody() throws IOException {
        Lists none = Lists.in(folder.resolve("nowhere"), problems::add);

        assertThat(none.vendors().all()).isEmpty();
        assertThat(none.approvals().all()).isEmpty();
        assertThat(problems).isEmpty();
    }

    private Lists lists() {
        return Lists.in(folder, problems::add);
    }
}
