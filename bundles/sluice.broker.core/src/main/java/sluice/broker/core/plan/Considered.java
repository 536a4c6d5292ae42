package sluice.broker.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rules that were looked at, one line each, for whoever asks why. Who only decides asks for none, and none is put into words. */
final class Considered {
    private final boolean isWanted;
    private final List<String> lines = new ArrayList<>();

    private Considered(boolean isWanted) {
        this.isWanted = isWanted;
    }

    static Considered inWords() {
        return new Considered(true);
    }

    static Considered inSilence() {
        return new Considered(false);
    }

    void add(Supplier<String> line) {
        if (isWanted) {
            lines.add(line.get());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
