package sluice.broker.core.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.plan.operator.pseudonym.MemoryKey;
import sluice.broker.core.port.Keys;

/**
 * Keys that everybody knows, for rehearsals and tests: the same name and epoch give the same pseudonyms each time, so that they can be written
 * down as what is expected. They protect nothing.
 */
public final class RehearsalKeys implements Keys {
    private final Map<Name, Map<Epoch, EpochKey>> keys = new ConcurrentHashMap<>();

    @Override
    public Series series(Name name) {
        Map<Epoch, EpochKey> epochs =
                keys.computeIfAbsent(requireNonNull(name, "name is null"), any -> new ConcurrentHashMap<>());
        return instant -> epochs.computeIfAbsent(
                name.rule().at(instant),
                epoch -> new MemoryKey(words(name, epoch).getBytes(UTF_8)));
    }

    private static String words(Name name, Epoch epoch) {
        return String.join(
                "\n",
                name.recipient(),
                name.domain(),
                name.rule().toString(),
                epoch.from().toString());
    }
}
