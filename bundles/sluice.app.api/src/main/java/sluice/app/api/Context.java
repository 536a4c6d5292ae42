package sluice.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What an application may look at while it is called. Not to be kept after the call returns. */
@ProviderType
public interface Context {
    /**
     * The time of this call.
     *
     * @return UTC; the same during the whole call
     */
    Instant now();

    /**
     * State that the application put earlier.
     *
     * @param key as given to {@link Effect.Put}
     * @param type the record class it was put as
     * @param <R> the same
     * @return the record, or empty if there is none, it is past its retention, or it is of another class
     */
    <R extends Record> Optional<R> state(String key, Class<R> type);

    /**
     * The keys under which the application has state.
     *
     * @param prefix what they start with; empty for all
     * @return sorted
     */
    List<String> stateKeys(String prefix);
}
