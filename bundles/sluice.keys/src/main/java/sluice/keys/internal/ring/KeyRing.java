package sluice.keys.internal.ring;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Keys;
import sluice.keys.internal.vault.Contents;
import sluice.keys.internal.vault.Vault;

/**
 * The keys of all names and epochs. Whoever runs it calls {@link #tick} about once a second.
 *
 * <p>How time is taken:
 *
 * <ol>
 *   <li>A key is made for an epoch that has begun, or does within five minutes, and is not over by the platform's clock, and that was never
 *       closed.
 *   <li>It is destroyed when its epoch has been over for the grace by that clock, or when it has lived as long as its epoch and grace by the
 *       process's own time, whatever the clock says. Nothing else destroys it: a clock that jumps to and fro costs no key that it does not
 *       pass the end of.
 *   <li>A clock that jumps forward, by years or over a long stop, destroys what is over once, in one step. When it comes back, what was
 *       destroyed stays closed; the next epoch opens as ever.
 * </ol>
 */
public final class KeyRing implements Keys {
    private static final int KEY_BYTES = 32;
    private static final Answer FUTURE = new Answer.No(Reason.FUTURE);

    private final Vault vault;
    private final RingSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<Name, SeriesKeys> series = new ConcurrentHashMap<>();
    private final List<LiveKey> live = new ArrayList<>();
    private final List<Contents.Notice> notices;
    private final Closures closures;
    private boolean isDestroying;
    private boolean isClosed;
    private volatile String trouble = "";

    /**
     * The keys of an open vault; those that are over are destroyed at the first tick.
     *
     * @param vault where they are at rest
     * @param settings grace and clocks
     */
    public KeyRing(Vault vault, RingSettings settings) {
        this.vault = requireNonNull(vault, "vault is null");
        this.settings = requireNonNull(settings, "settings is null");
        Contents contents = vault.takeOpened();
        contents.keys()
                .forEach(kept -> live.add(new LiveKey(kept, settings.ticker().getAsLong())));
        this.closures = new Closures(contents);
        this.notices = new ArrayList<>(contents.notices());
        // INVARIANT: the ledger is told when the wrap key is gone; the process may have ended between the two
        this.isDestroying = notices.stream().anyMatch(notice -> notice.event().equals(Notices.DESTROYED));
    }

    @Override
    public Series series(Name name) {
        return series.computeIfAbsent(name, key -> new SeriesKeys(this, key));
    }

    /** The key of an epoch, made if it is its time. */
    synchronized Answer find(Name name, Instant instant) {
        Instant now = settings.clock().instant();
        if (isClosed) {
            return Answer.No.DOWN;
        }
        if (instant.isAfter(now.plus(RingSettings.AHEAD))) {
            return FUTURE;
        }
        if (instant.isBefore(now.minus(RingSettings.LONG_AGO))) {
            return Answer.No.OVER;
        }
        for (LiveKey key : live) {
            if (key.name().equals(name) && key.isFor(instant)) {
                return key;
            }
        }
        return make(name, name.rule().at(instant), now);
    }

    private Answer make(Name name, Epoch epoch, Instant now) {
        if (closures.isClosed(name, epoch) || isOver(epoch, now)) {
            return Answer.No.OVER;
        }
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        LiveKey key = new LiveKey(
                new Contents.Kept(name, epoch, bytes), settings.ticker().getAsLong());
        live.add(key);
        notices.add(Notices.made(key));
        if (!save()) {
            live.remove(key);
            notices.remove(notices.size() - 1);
            key.destroy();
            return Answer.No.DOWN;
        }
        return key;
    }

    private boolean isOver(Epoch epoch, Instant now) {
        return !now.isBefore(epoch.until().plus(settings.grace()));
    }

    /**
     * Destroys what is over.
     *
     * @return what the ledger is to be told, oldest first; to be handed to {@link #told} once it was
     */
    public synchronized List<Contents.Notice> tick() {
        if (isClosed) {
            return List.of();
        }
        Instant now = settings.clock().instant();
        long nanos = settings.ticker().getAsLong();
        List<LiveKey> over = live.stream()
                .filter(key -> isOver(key.epoch(), now) || hasLived(key, nanos))
                .toList();
        over.forEach(key -> destroy(key, now));
        if (isDestroying) {
            exchange();
        } else if (!trouble.isEmpty()) {
            save(); // so that it is known to work again before somebody needs it
        }
        return isDestroying ? List.of() : List.copyOf(notices);
    }

    private boolean hasLived(LiveKey key, long nanos) {
        Epoch epoch = key.epoch();
        Duration longest = Duration.between(epoch.from(), epoch.until())
                .plus(settings.grace())
                .plus(RingSettings.AHEAD);
        return key.ageNanos(nanos) >= longest.toNanos();
    }

    private void destroy(LiveKey key, Instant now) {
        key.destroy();
        live.remove(key);
        closures.close(key.name(), key.epoch(), now);
        notices.add(Notices.destroyed(key, vault.generation()));
        isDestroying = true;
    }

    private void exchange() {
        try {
            vault.destroyAllBut(contents());
            isDestroying = false;
            trouble = "";
        } catch (IOException e) {
            trouble = "can not destroy keys at rest: " + e.getMessage() + "; it is tried again until it works";
        }
    }

    /**
     * The ledger was told.
     *
     * @param done what {@link #tick} gave
     */
    public synchronized void told(List<Contents.Notice> done) {
        if (!done.isEmpty() && !isClosed) {
            notices.subList(0, done.size()).clear();
            save();
        }
    }

    private boolean save() {
        try {
            vault.save(contents());
            trouble = isDestroying ? trouble : "";
            return true;
        } catch (IOException e) {
            trouble = "can not keep keys: " + e.getMessage() + "; it is tried again until it works";
            return false;
        }
    }

    private Contents contents() {
        return new Contents(
                live.stream().map(LiveKey::kept).toList(), closures.kept(), closures.closedUntil(), notices);
    }

    /**
     * How often keys were destroyed.
     *
     * @return rises, over restarts too
     */
    public synchronized long generation() {
        return vault.generation();
    }

    /**
     * How many keys live.
     *
     * @return 0 or more
     */
    public synchronized int size() {
        return live.size();
    }

    /**
     * What is wrong.
     *
     * @return empty if nothing is
     */
    public String trouble() {
        return trouble;
    }

    /** Overwrites all keys in memory; those that are not over are there again when the vault is opened. */
    public synchronized void close() throws IOException {
        isClosed = true;
        live.forEach(LiveKey::destroy);
        live.clear();
        vault.close();
    }
}
