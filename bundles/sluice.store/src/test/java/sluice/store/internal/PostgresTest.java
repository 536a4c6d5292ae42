package sluice.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static sluice.store.internal.StoreScene.BINS;
import static sluice.store.internal.StoreScene.PLATES;
import static sluice.store.internal.StoreScene.put;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Trouble;
import sluice.store.Answer;
import sluice.store.internal.sql.PostgresDatabase;

/** The same store over a real PostgreSQL 17, where its program can run; says so where it can not. */
class PostgresTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private static @Nullable EmbeddedPostgres server;
    private static int checked;
    private static int count;

    @TempDir
    Path folder;

    private StoreScene scene;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException | RuntimeException notHere) {
            System.out.println("corpus postgresql: ABSENT");
            System.out.println("PostgreSQL can not be started here: " + notHere.getMessage());
        }
        assumeTrue(server != null, "PostgreSQL can not be started here");
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            System.out.println("corpus postgresql: checked " + checked + " of " + count);
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        count++;
        sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        scene = new StoreScene(folder, database());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_was_committed_is_there_after_a_restart() {
        assertThat(scene.commit(PLATES, MONTH, put("a", "one"), put("b", "two")))
                .isEmpty();
        assertThat(scene.commit(PLATES, MONTH, put("a", "three"))).isEmpty();

        scene.restart();

        assertThat(scene.read(PLATES, "a")).isEqualTo("three");
        assertThat(scene.shelf(PLATES).keys("")).containsExactly("a", "b");
        checked++;
    }

    @Test
    void what_is_past_its_deadline_leaves_the_table_and_its_key_is_destroyed() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.commit(BINS, MONTH.multipliedBy(3), put("a", "one"));

        scene.advance(MONTH);

        assertThat(scene.store.counts()).hasSize(1);
        assertThat(scene.store.overview().keys()).isOne();
        assertThat(scene.store.troubles()).isEmpty();
        assertThat(scene.ledger.events()).anyMatch(event -> event.startsWith("store-shredded"));
        checked++;
    }

    @Test
    void a_second_platform_on_the_same_database_is_refused(@TempDir Path other) throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));

        try (StoreScene second = new StoreScene(other, database())) {
            assertThat(second.store.open(PLATES)).isEmpty();
            assertThat(second.store.trouble()).contains("in use by another platform");
        }
        assertThat(scene.commit(PLATES, MONTH, put("a", "two"))).isEmpty();
        checked++;
    }

    /** What was acknowledged stays, what was not comes again, and it comes back by itself. */
    @Test
    void a_lost_connection_is_made_anew() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sluice.store'");

        assertThat(scene.commit(PLATES, MONTH, put("a", "two"))).isNotEmpty();
        assertThat(scene.read(PLATES, "a")).as("reading goes on").isEqualTo("one");

        await().until(() -> scene.commit(PLATES, MONTH, put("a", "three")).isEmpty());
        scene.restart();
        assertThat(scene.read(PLATES, "a")).isEqualTo("three");
        assertThat(scene.shelf(PLATES).size()).isOne();
        checked++;
    }

    @Test
    void a_table_that_was_set_back_is_refused_until_somebody_accepts_it() throws Exception {
        scene.commit(PLATES, MONTH, put("a", "one"));
        scene.commit(PLATES, MONTH, put("a", "two"));
        scene.store.close();
        sql("UPDATE store_meta SET value = 1");
        scene.restart();

        assertThat(scene.store.open(PLATES)).isEmpty();
        assertThat(scene.store.troubles()).extracting(Trouble::code).containsExactly("store-rolled-back");
        scene.store.accept("ann");
        await().until(() -> scene.store.open(PLATES).isPresent());
        checked++;
    }

    /** The library starts servers without it, as tests do not mind. */
    @Test
    void a_server_without_fsync_is_refused(@TempDir Path other) throws Exception {
        try (EmbeddedPostgres careless = EmbeddedPostgres.builder().start();
                StoreScene refused = new StoreScene(other, database(careless))) {
            assertThat(refused.store.open(PLATES)).isEmpty();
            assertThat(refused.store.trouble()).contains("without fsync");
        }
        checked++;
    }

    @Test
    void its_own_tools_back_it_up(@TempDir Path other) {
        assertThat(scene.store.backup(other.resolve("backup"), false)).isInstanceOf(Answer.Declined.class);
        checked++;
    }

    private static PostgresDatabase database() {
        return database(server());
    }

    private static PostgresDatabase database(EmbeddedPostgres of) {
        return new PostgresDatabase(of.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    private static EmbeddedPostgres server() {
        return Objects.requireNonNull(server);
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
