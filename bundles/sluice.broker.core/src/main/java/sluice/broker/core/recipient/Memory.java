package sluice.broker.core.recipient;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreTerms;

/** What an application remembers for one purpose, and how identifying all is that it was told for it; never seen for another purpose. */
final class Memory {
    private final AppState state;
    private StoreTerms terms = StoreTerms.of(Label.NONPERSONAL, Duration.ofDays(365));
    private @Nullable StoreTerms committed;

    Memory(Store store, Store.Place place) {
        this.state = new AppState(store, place);
    }

    AppState state() {
        return state;
    }

    /** The most identifying label that it may have been told since its state was last empty. */
    synchronized Label told() {
        Store.Shelf shelf = state.shelf();
        return shelf == null ? terms.label() : shelf.told().max(terms.label());
    }

    /** The streams that it may have been told of since its state was last empty. */
    synchronized Set<String> streams() {
        Store.Shelf shelf = state.shelf();
        return shelf == null ? terms.streams() : union(shelf.streams(), terms.streams());
    }

    /** The shortest retention of any policy that it was ever bound by counts from now on, the highest label, and every stream. */
    synchronized void bound(Ruling.Permitted permitted, Set<String> streams) {
        Duration allowed = permitted.policy().retention();
        Duration shorter = allowed.compareTo(terms.atMost()) < 0 ? allowed : terms.atMost();
        Label label = terms.label().max(permitted.label());
        terms = new StoreTerms(label, union(terms.streams(), streams), shorter, Duration.ZERO);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Keeps what calls changed, and on which terms. False if that can not be done now, and nothing was changed. */
    boolean commit() {
        if (!state.isStaged()) {
            return true;
        }
        StoreTerms present = terms();
        boolean done = state.commit(present);
        committed = done ? present : committed;
        return done;
    }

    /** Lets the terms on which it is bound now hold for what it kept before. */
    void settle() {
        StoreTerms present = terms();
        Store.Shelf shelf = state.shelf();
        if (shelf != null && shelf.size() > 0 && !present.equals(committed)) {
            committed = shelf.commit(present, List.of()).isEmpty() ? present : committed;
        }
    }

    private synchronized StoreTerms terms() {
        return terms;
    }
}
