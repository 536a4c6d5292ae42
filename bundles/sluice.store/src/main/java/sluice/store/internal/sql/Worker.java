package sluice.store.internal.sql;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Store;

/**
 * The one thread that talks to the database, over one connection. Jobs that wait at the same time share a transaction, and with it the force
 * to disk; if that fails each is tried alone. After a failure the connection is made anew, at most once in a while, and each job until then
 * fails at once.
 *
 * <p>It is also the reason that no guest is on the stack where the JDK opens files and sockets, which the guard would refuse.
 */
public final class Worker implements AutoCloseable {
    private static final int WAITING = 1_024;
    private static final int SHARED = 64;
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Database database;
    private final Job<?> whenConnected;
    private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable StoreGone trouble = new StoreGone(Store.DOWN, "it is being opened");
    private @Nullable Connection connection;
    private long lastTry = System.nanoTime() - PAUSE_NANOS;

    private record Task<T>(Job<T> job, boolean isAlone, CompletableFuture<T> done) {}

    /**
     * A worker that runs.
     *
     * @param database what it talks to
     * @param whenConnected done first over each new connection; if it fails the connection is not used
     */
    public Worker(Database database, Job<?> whenConnected) {
        this.database = requireNonNull(database, "database is null");
        this.whenConnected = requireNonNull(whenConnected, "whenConnected is null");
        this.thread = new Thread(this::run, "sluice-store");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Does something, and waits until it is on disk.
     *
     * @param job shares its transaction with others
     * @param <T> what comes of it
     * @return the same
     * @throws StoreGone if it was not done, or nobody knows
     */
    public <T> T together(Job<T> job) throws StoreGone {
        return await(new Task<>(job, false, new CompletableFuture<>()));
    }

    /**
     * Does something in transactions of its own.
     *
     * @param job may commit
     * @param <T> what comes of it
     * @return the same
     * @throws StoreGone if it was not done, or nobody knows
     */
    public <T> T alone(Job<T> job) throws StoreGone {
        return await(new Task<>(job, true, new CompletableFuture<>()));
    }

    /**
     * Why nothing can be done.
     *
     * @return null while all is well
     */
    public @Nullable StoreGone trouble() {
        return trouble;
    }

    private <T> T await(Task<T> task) throws StoreGone {
        try {
            if (closed || !waiting.offer(task, 1, TimeUnit.SECONDS)) {
                throw new StoreGone(Store.DOWN, closed ? "it is stopped" : "too much waits for the database");
            }
            return task.done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreGone(Store.DOWN, "whoever waited was interrupted");
        } catch (ExecutionException e) {
            throw goneBecause(e);
        }
    }

    private void run() {
        while (!closed) {
            try {
                Task<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    run(first);
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        disconnect();
        List<Task<?>> late = new ArrayList<>();
        waiting.drainTo(late);
        late.forEach(task -> task.done.completeExceptionally(new StoreGone(Store.DOWN, "it is stopped")));
    }

    private void run(Task<?> first) {
        List<Task<?>> tasks = new ArrayList<>(List.of(first));
        while (!first.isAlone && tasks.size() < SHARED && nextShares()) {
            tasks.add(requireNonNull(waiting.poll()));
        }
        if (!run(tasks) && tasks.size() > 1) {
            tasks.forEach(task -> run(List.of(task)));
        }
    }

    private boolean nextShares() {
        Task<?> next = waiting.peek();
        return next != null && !next.isAlone;
    }

    /** False if none was done; the only one is told then. */
    private boolean run(List<Task<?>> tasks) {
        try {
            Connection open = connected();
            List<Runnable> tell = new ArrayList<>();
            for (Task<?> task : tasks) {
                tell.add(result(task, open));
            }
            open.commit();
            trouble = null;
            tell.forEach(Runnable::run);
            return true;
        } catch (SQLException | IOException | StoreGone | RuntimeException e) {
            StoreGone gone = e instanceof StoreGone known ? known : gone(e);
            trouble = gone;
            disconnect();
            if (tasks.size() == 1) {
                tasks.get(0).done.completeExceptionally(gone);
            }
            return false;
        }
    }

    private static <T> Runnable result(Task<T> task, Connection open) throws SQLException, IOException, StoreGone {
        T result = task.job.run(open);
        return () -> task.done.complete(result);
    }

    private Connection connected() throws SQLException, IOException, StoreGone {
        Connection open = connection;
        if (open == null) {
            return connect();
        }
        database.check(open);
        return open;
    }

    private Connection connect() throws SQLException, IOException, StoreGone {
        StoreGone before = trouble;
        if (before != null && System.nanoTime() - lastTry < PAUSE_NANOS) {
            throw before;
        }
        lastTry = System.nanoTime();
        Connection open = database.connect();
        connection = open;
        Schema.migrate(open, database.bytes());
        whenConnected.run(open);
        open.commit();
        return open;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyGone) {
                // nothing more can be done with it
            }
        }
    }

    private static StoreGone goneBecause(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause instanceof StoreGone known ? known : gone(cause == null ? e : cause);
    }

    private static StoreGone gone(Throwable cause) {
        String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new StoreGone(Store.DOWN, "the database does not work: " + why + "; it is tried again until it does");
    }

    /** Ends after the present job. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
