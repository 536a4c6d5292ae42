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

    CallContext(Instant now, AppState state, Classes classes) {
        this.now = now;
        this.state = state;
        this.classes = classes;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public <R extends Record> Optional<R> state(String key, Class<R> type) {
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
        return state.keys(prefix);
    }
}
