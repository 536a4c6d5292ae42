package sluice.yaml;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches a folder by looking again and again, on a daemon thread of its own: it works on every file system, and it sees content and not
 * events. A change is told when two looks, half an interval apart, agree, so that a file that is still being written is left alone.
 */
public final class FolderWatch implements AutoCloseable {
    private final FolderScan scan;
    private final Duration interval;
    private final Consumer<Snapshot> changed;
    private final Thread thread;
    private final Object bell = new Object();
    private Snapshot told;
    private boolean rung;
    private boolean closed;

    private FolderWatch(Settings settings, Consumer<Snapshot> changed) {
        this.scan = new FolderScan(settings.root(), settings.folders());
        this.interval = settings.interval();
        this.changed = changed;
        this.told = scan.scan();
        this.thread = new Thread(this::run, settings.threadName());
        thread.setDaemon(true);
    }

    /**
     * What to watch.
     *
     * @param threadName the thread's name
     * @param root the folder
     * @param folders names of the folders in it whose {@code *.yaml} files are read; folders in these are not
     * @param interval from look to look; at least 10 ms. A change is told within one and a half intervals
     */
    public record Settings(String threadName, Path root, List<String> folders, Duration interval) {
        public Settings {
            folders = List.copyOf(folders);
            if (interval.toMillis() < 10) {
                throw new IllegalArgumentException("interval must be at least 10 ms, got " + interval);
            }
        }
    }

    /**
     * Looks once, tells what is there, and goes on watching.
     *
     * @param settings what to watch
     * @param changed told the first state before this returns, each later one on the watch's thread; what it throws is given to the
     *     thread's handler of uncaught exceptions, and the watch goes on
     * @return close it to end the thread
     */
    public static FolderWatch open(Settings settings, Consumer<Snapshot> changed) {
        FolderWatch watch = new FolderWatch(settings, changed);
        changed.accept(watch.told);
        watch.thread.start();
        return watch;
    }

    /** Asks for a look at once, after a change of one's own. Does not wait for it. */
    public void lookNow() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    @Override
    public void close() {
        synchronized (bell) {
            closed = true;
            bell.notifyAll();
        }
        if (Thread.currentThread() != thread) {
            join();
        }
    }

    private void run() {
        while (pause(interval, true)) {
            try {
                look();
            } catch (RuntimeException | StackOverflowError failed) {
                Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
                handler.uncaughtException(thread, failed);
            }
        }
    }

    private void look() {
        Snapshot now = scan.scan();
        while (!now.equals(told)) {
            if (!pause(interval.dividedBy(2), false)) {
                return;
            }
            Snapshot again = scan.scan();
            if (again.equals(now)) {
                told = now;
                changed.accept(now);
                return;
            }
            now = again;
        }
    }

    /** False if closed. The bell shortens the pause between looks, and never the one that lets a writer finish. */
    private boolean pause(Duration length, boolean hearsBell) {
        long end = System.nanoTime() + length.toNanos();
        synchronized (bell) {
            for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (closed || (hearsBell && rung)) {
                    break;
                }
                waitFor(left);
            }
            rung = rung && !hearsBell;
            return !closed;
        }
    }

    private void waitFor(long nanos) {
        try {
            bell.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
        } catch (InterruptedException asked) {
            closed = true;
        }
    }

    private void join() {
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
