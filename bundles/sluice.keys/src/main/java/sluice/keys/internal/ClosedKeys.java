package sluice.keys.internal;

import java.util.List;
import sluice.broker.core.port.Trouble;

/**
 * Keys that could not be opened: there are none, and this says why.
 *
 * @param trouble why
 */
record ClosedKeys(Trouble trouble) implements KeptKeys {
    @Override
    public Series series(Name name) {
        return instant -> Answer.No.DOWN;
    }

    @Override
    public List<Trouble> troubles() {
        return List.of(trouble);
    }

    @Override
    public void tick() {}

    @Override
    public void close() {}
}
