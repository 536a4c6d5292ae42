package sluice.keys.internal.vault;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.port.Keys;

/** Reads what {@link ContentsWriter} wrote. */
final class ContentsReader {
    private static final int KEY = 32;

    private final DataInputStream in;

    private ContentsReader(DataInputStream in) {
        this.in = in;
    }

    static Contents read(byte[] bytes) throws IOException {
        try {
            return new ContentsReader(new DataInputStream(new ByteArrayInputStream(bytes))).contents();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("makes no sense: " + e.getMessage());
        }
    }

    private Contents contents() throws IOException {
        return new Contents(list(this::key), list(this::closure), instant(), list(this::notice));
    }

    private interface Part<T> {
        T read() throws IOException;
    }

    private <T> List<T> list(Part<T> part) throws IOException {
        List<T> list = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            list.add(part.read());
        }
        return list;
    }

    private Contents.Kept key() throws IOException {
        return new Contents.Kept(name(), new Epoch(instant(), instant()), in.readNBytes(KEY));
    }

    private Contents.Closure closure() throws IOException {
        return new Contents.Closure(name(), instant(), list(this::instant));
    }

    private Contents.Notice notice() throws IOException {
        String event = in.readUTF();
        Map<String, String> details = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            details.put(in.readUTF(), in.readUTF());
        }
        return new Contents.Notice(event, details);
    }

    private Keys.Name name() throws IOException {
        return new Keys.Name(in.readUTF(), in.readUTF(), rule());
    }

    private EpochRule rule() throws IOException {
        return new EpochRule(Duration.ofSeconds(in.readLong()), ZoneId.of(in.readUTF()));
    }

    private Instant instant() throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }
}
