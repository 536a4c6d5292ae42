package sluice.broker.core.recipient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.app.api.Context;
import sluice.broker.core.shape.RecordMaker;

/** What one call may look at. */
final class CallContext implements Context {
    private final Instant now;
    private final AppState state;
    private final Classes classes;
    private boolean ended;

    CallContext(Instant now, AppState state, Classes classes) {
        this.now = now;
        this.state = state;
        this.classes = classes;
    }

    /** The call is over; whoever kept this learns nothing from it, least of all under another purpose. */
    void end() {
        ended = true;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public <R extends Record> Optional<R> state(String key, Class<R> type) {
        requireRunning();
        RecordMaker maker = classes.maker(type);
        return state.get(key, maker.shape())
                .flatMap(values -> {
                    try {
                        return maker.make(values);
                    } catch (Throwable fromItsConstructor) {
                        return Optional.empty();
                    }
                })
                .map(type::cast);
    }

    @Override
    public List<String> stateKeys(String prefix) {
        requireRunning();
        return state.keys(prefix);
    }

    private void requireRunning() {
        if (ended) {
            throw new IllegalStateException("a context is not to be kept after its call");
        }
    }
}
