package sluice.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.port.StoreCount;
import sluice.broker.core.port.Trouble;
import sluice.store.Answer;
import sluice.store.Hold;
import sluice.store.Overview;

/**
 * A store that could not be opened: it gives and takes nothing.
 *
 * @param code which trouble
 * @param trouble why
 */
record ClosedStore(String code, String trouble) implements KeptStore {
    @Override
    public Optional<Shelf> open(Place place) {
        return Optional.empty();
    }

    @Override
    public List<StoreCount> counts() {
        return List.of();
    }

    @Override
    public Overview overview() {
        return new Overview("not open", 0, 0, null, List.of(), List.of());
    }

    @Override
    public Answer hold(Hold hold) {
        return declined();
    }

    @Override
    public Answer release(String name, String by) {
        return declined();
    }

    @Override
    public Answer backup(Path folder, boolean withKeys) {
        return declined();
    }

    @Override
    public Answer accept(String by) {
        return declined();
    }

    private Answer declined() {
        return new Answer.Declined(code, trouble);
    }

    @Override
    public List<Trouble> troubles() {
        return List.of(new Trouble(code, "store", trouble));
    }

    @Override
    public void tick() {}

    @Override
    public void close() {}
}
