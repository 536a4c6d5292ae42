package sluice.store.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.StoreCount;
import sluice.broker.core.port.Trouble;
import sluice.store.Answer;
import sluice.store.Hold;
import sluice.store.Overview;
import sluice.store.internal.keys.DataKeys;
import sluice.store.internal.keys.FileKeys;
import sluice.store.internal.keys.WrongKey;
import sluice.store.internal.sql.Row;
import sluice.store.internal.sql.StoreGone;
import sluice.store.internal.sql.Worker;

/** The store. Opens its keys at once, and its database as soon as that can be reached. */
final class DurableStore implements KeptStore {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final StoreSettings settings;
    private final FolderLock lock;
    private final DataKeys keys;
    private final Shop shop;
    private final Desk desk;
    private final Sweep sweep;
    private final Map<Place, PlaceShelf> shelves = new ConcurrentHashMap<>();
    private final Map<String, Long> unreadable = new ConcurrentHashMap<>();
    private final AtomicLong nextDeadline = new AtomicLong();
    private volatile Census census = Census.NONE;
    private volatile String notDestroyed = "";
    private volatile @Nullable Instant lastSweep;
    private Instant lastCensus = Instant.MIN;

    private DurableStore(StoreSettings settings, FolderLock lock, DataKeys keys) {
        this.settings = settings;
        this.lock = lock;
        this.keys = keys;
        Versions versions = new Versions(settings.ledger());
        Seals seals = new Seals(keys, settings.random());
        Worker worker = new Worker(settings.database(), connection -> {
            if (versions.enter(connection)) {
                shelves.values().forEach(PlaceShelf::distrust);
            }
            return connection;
        });
        this.shop = new Shop(worker, seals, versions, settings.clock(), this::committed, this::unreadable);
        this.sweep = new Sweep(settings.database(), seals, versions, settings.ledger());
        this.desk = new Desk(shop, settings);
    }

    /** Opens a store; one that can not be opened is a store too. */
    static KeptStore open(StoreSettings settings) {
        FolderLock lock = null;
        try {
            settings.disk().createFolder(settings.folder());
            lock = FolderLock.on(settings.folder());
            Path folder = settings.folder().resolve("keys");
            DataKeys keys = FileKeys.open(folder, settings.master(), settings.random(), settings.disk());
            return new DurableStore(settings, lock, keys);
        } catch (IOException e) {
            release(lock);
            return new ClosedStore(e instanceof WrongKey ? WRONG_KEY : DOWN, "it can not be opened: " + e.getMessage());
        }
    }

    private static void release(@Nullable FolderLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // the process that holds it is this one, and it will end
        }
    }

    @Override
    public Optional<Shelf> open(Place place) {
        PlaceShelf shelf = shelves.computeIfAbsent(place, any -> new PlaceShelf(shop, any));
        try {
            if (!shelf.isRead()) {
                shelf.load();
            }
            return Optional.of(shelf);
        } catch (StoreGone gone) {
            return Optional.empty();
        }
    }

    private void committed(Commit commit) {
        nextDeadline.accumulateAndGet(commit.firstDeadline(), Math::min);
    }

    private void unreadable(Row row) {
        unreadable.put(row.id(), row.span().deadline());
    }

    @Override
    public void tick() {
        Instant now = settings.clock().instant();
        if (isTimeToSweep(now)) {
            sweep(now);
        } else if (lastCensus.isBefore(now.minus(COUNT_EVERY)) || lastCensus.isAfter(now)) {
            count(now);
        }
    }

    private boolean isTimeToSweep(Instant now) {
        Instant last = lastSweep;
        return last == null
                || now.isBefore(last)
                || !now.isBefore(last.plus(settings.sweepEvery()))
                || nextDeadline.get() <= now.toEpochMilli();
    }

    private void sweep(Instant now) {
        try {
            notDestroyed = shop.worker().alone(connection -> sweep.run(connection, now));
            shelves.values().forEach(shelf -> shelf.forget(now.toEpochMilli()));
            unreadable.values().removeIf(deadline -> deadline <= now.toEpochMilli());
            lastSweep = now;
            count(now);
        } catch (StoreGone gone) {
            // the worker has it as its trouble, and it is tried again in a second
        }
    }

    private void count(Instant now) {
        try {
            nextDeadline.set(Long.MAX_VALUE);
            Census taken = shop.worker().alone(connection -> Census.take(connection, keys.ids(), now));
            nextDeadline.accumulateAndGet(taken.nextDeadline(), Math::min);
            census = taken;
            lastCensus = now;
        } catch (StoreGone gone) {
            nextDeadline.set(0);
        }
    }

    @Override
    public String trouble() {
        StoreGone gone = shop.worker().trouble();
        return gone == null ? "" : gone.why();
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        StoreGone gone = shop.worker().trouble();
        if (gone != null) {
            troubles.add(new Trouble(gone.code(), "store", gone.why()));
        }
        if (census.overdue().compareTo(settings.sweepEvery().plus(TOLERATED)) > 0 || !notDestroyed.isEmpty()) {
            String since = census.overdue().toMinutes() + " minutes past its deadline is something that is still kept";
            troubles.add(new Trouble(OVERDUE, "store", notDestroyed.isEmpty() ? since : notDestroyed));
        }
        if (!unreadable.isEmpty()) {
            String why = unreadable.size() + " records can not be opened: their key is missing, or they were changed";
            troubles.add(
                    new Trouble(UNREADABLE, "store", why + "; they are given to nobody, and go at their deadline"));
        }
        return troubles;
    }

    @Override
    public List<StoreCount> counts() {
        return census.counts();
    }

    @Override
    public Overview overview() {
        Census now = census;
        return new Overview(
                settings.database().name(),
                shop.versions().last(),
                keys.ids().size(),
                lastSweep,
                now.counts(),
                now.holds());
    }

    @Override
    public Answer hold(Hold hold) {
        return desk.hold(hold);
    }

    @Override
    public Answer release(String name, String by) {
        return desk.release(name, by);
    }

    @Override
    public Answer backup(Path folder, boolean withKeys) {
        sweep(settings.clock().instant());
        return desk.backup(folder, withKeys);
    }

    @Override
    public Answer accept(String by) {
        return desk.accept(requireNonNull(by, "by is null"));
    }

    @Override
    public void close() {
        shop.worker().close();
        release(lock);
    }
}
