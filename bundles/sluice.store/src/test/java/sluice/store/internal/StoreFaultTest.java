package sluice.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.store.internal.StoreScene.PLATES;
import static sluice.store.internal.StoreScene.put;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Trouble;
import sluice.store.Answer;
import sluice.store.internal.sql.Database;
import sluice.store.internal.sql.SqliteDatabase;

class StoreFaultTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path folder;

    private StoreScene scene;

    @BeforeEach
    void open() throws Exception {
        scene = new StoreScene(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_second_store_in_the_same_folder_is_refused() {
        scene.commit(PLATES, MONTH, put("a", "one"));

        KeptStore second = scene.open();

        assertThat(second.open(PLATES)).isEmpty();
        assertThat(codes(second)).containsExactly("store-down");
        assertThat(second.trouble()).contains("in use by another store");
        assertThat(scene.commit(PLATES, MONTH, put("a", "two"))).isEmpty();
    }

    @Test
    void a_second_process_gets_no_database() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreFaultTest.class.getName(),
                        scene.folder.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(other.getInputStream().readAllBytes(), UTF_8)).contains("in use by another store");
    }

    /** Run in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        try (StoreScene second = new StoreScene(Path.of(arguments[0]))) {
            System.out.println(second.store.trouble());
        }
    }

    @Test
    void another_master_key_opens_nothing_and_destroys_nothing() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.master = "another master key".getBytes(UTF_8);
        scene.restart();

        assertThat(codes(scene.store)).containsExactly("store-wrong-key");
        assertThat(scene.store.open(PLATES)).isEmpty();

        scene.master = new byte[0];
        scene.restart();
        assertThat(scene.read(PLATES, "a")).isEqualTo("one");
    }

    @Test
    void a_copy_of_the_keys_from_before_a_destruction_opens_no_more() throws Exception {
        scene.commit(PLATES, Duration.ofHours(1), put("a", "one"));
        scene.commit(PLATES, MONTH, put("b", "two"));
        byte[] copy = Files.readAllBytes(scene.folder.resolve("keys/keys"));
        scene.advance(Duration.ofHours(2));
        scene.close();

        Files.write(scene.folder.resolve("keys/keys"), copy);
        scene.store = scene.open();

        assertThat(codes(scene.store)).containsExactly("store-wrong-key");
    }

    @Test
    void after_ten_idle_years_nothing_is_given_out_and_all_is_gone_at_once() {
        scene.commit(PLATES, MONTH, put("QXZV", "one"));
        scene.store.close();
        scene.clock.advance(Duration.ofDays(3_653));
        scene.store = scene.open();

        assertThat(scene.shelf(PLATES).keys("")).isEmpty();
        scene.store.tick();

        assertThat(scene.store.counts()).isEmpty();
        assertThat(scene.store.overview().keys()).isZero();
        assertThat(scene.store.troubles()).isEmpty();
    }

    /** A clock that was ahead must not make a record live longer than its retention from the moment when that is noticed. */
    @Test
    void a_clock_that_was_ahead_keeps_nothing_longer() {
        scene.advance(Duration.ofDays(1_000));
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.advance(Duration.ofDays(-1_000));
        assertThat(scene.read(PLATES, "a")).as("still there").isEqualTo("one");

        scene.advance(MONTH.plusDays(1));

        assertThat(scene.store.counts()).isEmpty();
        assertThat(scene.store.overview().keys()).isZero();
    }

    @Test
    void a_clock_that_goes_back_and_forth_brings_nothing_back() {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.advance(MONTH.plusDays(1));
        scene.advance(MONTH.negated().minusDays(1));

        assertThat(scene.read(PLATES, "a")).isEmpty();
        scene.restart();
        assertThat(scene.read(PLATES, "a")).isEmpty();
        assertThat(scene.commit(PLATES, MONTH, put("b", "two"))).isEmpty();
        scene.advance(MONTH.minusDays(2));
        assertThat(scene.read(PLATES, "b")).isEqualTo("two");
    }

    @Test
    void a_database_that_was_moved_away_is_noticed_before_a_commit_is_lost() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        Path file = scene.folder.resolve("store.db");
        Path away = folder.resolve("away");
        Files.move(file, away);

        assertThat(scene.commit(PLATES, MONTH, put("a", "two"))).contains("is gone");
        Files.move(away, file);

        await().until(() -> scene.commit(PLATES, MONTH, put("a", "three")).isEmpty());
        scene.restart();
        assertThat(scene.read(PLATES, "a")).isEqualTo("three");
        scene.store.tick();
        assertThat(scene.store.troubles()).isEmpty();
    }

    /** A real SQLITE_FULL. What was acknowledged stays; what was not is not there by half. */
    @Test
    void a_full_disk_refuses_a_commit_as_a_whole_and_goes_on_when_there_is_room() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.store.close();
        SmallDatabase small = new SmallDatabase(scene.folder);
        scene.database = small;
        scene.store = scene.open();
        assertThat(scene.read(PLATES, "a")).isEqualTo("one");

        String why = scene.commit(PLATES, MONTH, put("a", "two"), put("b", "x".repeat(500_000)));
        assertThat(why).contains("full");
        assertThat(codes(scene.store)).contains("store-down");
        assertThat(scene.read(PLATES, "a")).isEqualTo("one");

        small.pages = 100_000;
        await().until(() -> scene.commit(PLATES, MONTH, put("a", "three")).isEmpty());
        scene.restart();
        assertThat(scene.read(PLATES, "a")).isEqualTo("three");
        assertThat(scene.shelf(PLATES).keys("")).containsExactly("a");
    }

    @Test
    void a_full_disk_under_the_keys_refuses_a_commit_as_a_whole() throws Exception {
        scene.store.close();
        FillingDisk filling = new FillingDisk();
        scene.disk = filling;
        scene.store = scene.open();
        filling.full = true;

        assertThat(scene.commit(PLATES, MONTH, put("a", "one"))).contains("keys of records can not be written");

        filling.full = false;
        assertThat(scene.commit(PLATES, MONTH, put("a", "one"))).isEmpty();
        scene.restart();
        assertThat(scene.read(PLATES, "a")).isEqualTo("one");
    }

    @Test
    void a_restored_old_backup_is_refused_until_somebody_accepts_it() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        Path backup = folder.resolve("backup");
        assertThat(scene.store.backup(backup, false)).isInstanceOf(Answer.Done.class);
        scene.commit(PLATES, MONTH, put("a", "two"));
        scene.store.close();
        Files.copy(backup.resolve("store.db"), scene.folder.resolve("store.db"), StandardCopyOption.REPLACE_EXISTING);
        scene.restart();

        assertThat(scene.store.open(PLATES)).isEmpty();
        assertThat(codes(scene.store)).containsExactly("store-rolled-back");
        assertThat(scene.store.accept("ann")).isInstanceOf(Answer.Done.class);

        await().until(() -> scene.store.open(PLATES).isPresent());
        assertThat(scene.read(PLATES, "a")).isEqualTo("one");
        assertThat(scene.ledger.events()).anyMatch(event -> event.startsWith("store-accepted {by=ann"));
        scene.restart();
        assertThat(scene.read(PLATES, "a")).as("accepted once and for all").isEqualTo("one");
    }

    @Test
    void a_deleted_database_is_no_new_one() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.store.close();
        Files.delete(scene.folder.resolve("store.db"));

        scene.restart();

        assertThat(scene.store.open(PLATES)).isEmpty();
        assertThat(codes(scene.store)).containsExactly("store-rolled-back");
        assertThat(scene.store.accept("ann")).isInstanceOf(Answer.Done.class);
        await().until(() -> scene.store.open(PLATES).isPresent());
    }

    @Test
    void only_a_database_that_is_too_old_can_be_accepted() {
        assertThat(scene.store.accept("ann")).isInstanceOf(Answer.Declined.class);
    }

    /** Whoever finds the backup finds nothing; whoever restores it beside its keys has all. */
    @Test
    void a_backup_has_no_keys_unless_they_are_asked_for() throws Exception {
        scene.commit(PLATES, MONTH, put("QXZV", "QXZV one"));
        assertThat(scene.store.backup(folder.resolve("without"), false)).isInstanceOf(Answer.Done.class);
        assertThat(scene.store.backup(folder.resolve("with"), true)).isInstanceOf(Answer.Done.class);
        assertThat(scene.store.backup(folder.resolve("with"), true)).isInstanceOf(Answer.Declined.class);

        assertThat(folder.resolve("without/keys")).doesNotExist();
        assertThat(StoreScene.filesWith(folder, "QXZV")).isEmpty();
        try (StoreScene elsewhere = new StoreScene(folder.resolve("with"))) {
            assertThat(elsewhere.read(PLATES, "QXZV")).isEqualTo("QXZV one");
        }
    }

    private static List<String> codes(KeptStore store) {
        return store.troubles().stream().map(Trouble::code).toList();
    }

    /** SQLite with a limit on the file's pages, as if the disk ended there. */
    private static final class SmallDatabase implements Database {
        volatile int pages = 40;
        private final SqliteDatabase real;

        SmallDatabase(Path folder) throws Exception {
            real = new SqliteDatabase(folder);
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public String bytes() {
            return real.bytes();
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = real.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + pages);
            }
            connection.commit();
            return connection;
        }

        @Override
        public void check(Connection connection) throws SQLException {
            real.check(connection);
        }

        @Override
        public void clean(Connection connection, Instant now) throws SQLException {
            real.clean(connection, now);
        }

        @Override
        public boolean canBackUp() {
            return true;
        }

        @Override
        public void backup(Connection connection, Path file) throws SQLException {
            real.backup(connection, file);
        }
    }
}
