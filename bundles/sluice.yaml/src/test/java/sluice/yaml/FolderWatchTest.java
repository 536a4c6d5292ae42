package sluice.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    @TempDir
    Path root;

    private final List<Snapshot> told = new CopyOnWriteArrayList<>();
    private FolderWatch watch;

    @BeforeEach
    void watch() throws IOException {
        write("policies/a.yaml", "a: 1");
        watch = FolderWatch.open(
                new FolderWatch.Settings("test-watch", root, List.of("policies", "purposes"), INTERVAL), told::add);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void the_first_state_is_told_before_open_returns() {
        assertThat(told).hasSize(1);
        assertThat(told.get(0).files()).extracting(SourceFile::name).containsExactly("policies/a.yaml");
        assertThat(told.get(0).problems()).isEmpty();
    }

    @Test
    void a_change_is_told() throws IOException {
        write("policies/a.yaml", "a: 2");

        assertThat(next(2)).containsExactly("a: 2");
    }

    @Test
    void a_change_that_leaves_size_and_time_alone_is_told() throws IOException {
        Path file = root.resolve("policies/a.yaml");
        FileTime time = Files.getLastModifiedTime(file);
        Path other = Files.writeString(root.resolve("draft"), "a: 3");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(next(2)).containsExactly("a: 3");
    }

    @Test
    void new_and_removed_files_are_told() throws IOException {
        write("purposes/b.yaml", "b: 1");
        assertThat(next(2)).containsExactly("a: 1", "b: 1");

        Files.delete(root.resolve("policies/a.yaml"));
        assertThat(next(3)).containsExactly("b: 1");
    }

    /** A writer that writes on and on, each piece sooner than the watch's two looks are apart. */
    @Test
    void a_half_written_file_is_not_told() throws IOException {
        Path file = root.resolve("policies/slow.yaml");
        Files.writeString(file, "x: ");
        AtomicInteger pieces = new AtomicInteger();
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> {
            Files.writeString(file, "y", StandardOpenOption.APPEND);
            return pieces.incrementAndGet() == 40;
        });

        assertThat(next(2)).containsExactly("a: 1", "x: " + "y".repeat(40));
        assertThat(told).hasSize(2);
    }

    @Test
    void drafts_hidden_files_and_other_folders_are_not_read() throws IOException {
        write("policies/.a.yaml", "x");
        write("policies/readme.txt", "x");
        write("policies/a.yaml.example", "x");
        write("policies/sub/c.yaml", "x");
        write("other/d.yaml", "x");
        write("policies/z.yaml", "z: 1");

        assertThat(next(2)).containsExactly("a: 1", "z: 1");
    }

    @Test
    void a_file_with_the_wrong_ending_is_a_problem_and_not_overlooked() throws IOException {
        write("policies/b.yml", "b: 1");

        next(2);
        assertThat(told.get(1).problems()).extracting(Problem::code).containsExactly(YamlCode.MISNAMED);
    }

    @Test
    void an_oversized_file_is_a_problem_and_not_read() throws IOException {
        Files.write(root.resolve("policies/big.yaml"), new byte[10 * 1024 * 1024]);

        assertThat(next(2)).containsExactly("a: 1");
        assertThat(told.get(1).problems()).extracting(Problem::code).containsExactly(YamlCode.TOO_LARGE);
    }

    @Test
    void a_folder_named_like_a_file_is_a_problem() throws IOException {
        Files.createDirectories(root.resolve("policies/b.yaml"));

        next(2);
        assertThat(told.get(1).problems()).extracting(Problem::code).containsExactly(YamlCode.FILE_UNREADABLE);
    }

    @Test
    void a_missing_root_is_a_problem() {
        try (FolderWatch other = FolderWatch.open(
                new FolderWatch.Settings("other-watch", root.resolve("nowhere"), List.of("policies"), INTERVAL),
                told::add)) {
            assertThat(told.get(1).problems()).extracting(Problem::code).containsExactly(YamlCode.FOLDER_UNREADABLE);
            assertThat(other).isNotNull();
        }
    }

    @Test
    void a_look_can_be_asked_for() throws IOException {
        try (FolderWatch slow = FolderWatch.open(
                new FolderWatch.Settings("slow-watch", root, List.of("purposes"), Duration.ofMillis(1_500)),
                told::add)) {
            write("purposes/b.yaml", "b: 1");
            slow.lookNow();
            await().atMost(Duration.ofMillis(1_200))
                    .until(() -> told.stream()
                            .anyMatch(snapshot -> snapshot.files().size() == 1
                                    && snapshot.files().get(0).name().equals("purposes/b.yaml")));
        }
    }

    @Test
    void the_thread_ends_with_the_watch() {
        watch.close();
        watch.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("test-watch");
    }

    @Test
    void a_replaced_file_leaves_no_draft_and_is_private() throws IOException {
        Path file = root.resolve("devices/bin.yaml");
        Folders.replace(file, "a: 1".getBytes(UTF_8));
        Folders.replace(file, "a: 2".getBytes(UTF_8));

        assertThat(file).hasContent("a: 2");
        assertThat(file.getParent()).isDirectoryContaining("glob:**bin.yaml").isNotEmptyDirectory();
        try (var entries = Files.list(file.getParent())) {
            assertThat(entries).hasSize(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_folder_can_be_named_below_the_configuration() {
        String before = System.setProperty("karaf.etc", "/opt/city/etc");
        try {
            assertThat(Folders.resolve("${karaf.etc}/sluice")).isEqualTo(Path.of("/opt/city/etc/sluice"));
            assertThat(Folders.resolve("/srv/sluice")).isEqualTo(Path.of("/srv/sluice"));
        } finally {
            if (before == null) {
                System.clearProperty("karaf.etc");
            } else {
                System.setProperty("karaf.etc", before);
            }
        }
    }

    private List<String> next(int count) {
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5)).until(() -> told.size() >= count);
        return told.get(count - 1).files().stream()
                .map(file -> new String(file.content(), UTF_8))
                .toList();
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Folders.replace(file, content.getBytes(UTF_8));
    }
}
