package sluice.keys.internal.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;

/** Writes contents as bytes: see the README for the format. */
final class ContentsWriter {
    private final DataOutputStream out;

    private ContentsWriter(DataOutputStream out) {
        this.out = out;
    }

    /** Whoever gets the bytes overwrites them. */
    static byte[] bytes(Contents contents) throws IOException {
        Wiped bytes = new Wiped();
        new ContentsWriter(new DataOutputStream(bytes)).write(contents);
        byte[] written = bytes.toByteArray();
        bytes.wipe();
        return written;
    }

    private void write(Contents contents) throws IOException {
        out.writeInt(contents.keys().size());
        for (Contents.Kept key : contents.keys()) {
            write(key.name());
            write(key.epoch());
            out.write(key.key());
        }
        out.writeInt(contents.closures().size());
        for (Contents.Closure closure : contents.closures()) {
            write(closure);
        }
        write(contents.closedUntil());
        out.writeInt(contents.notices().size());
        for (Contents.Notice notice : contents.notices()) {
            write(notice);
        }
    }

    private void write(Contents.Closure closure) throws IOException {
        write(closure.name());
        write(closure.before());
        out.writeInt(closure.ahead().size());
        for (Instant ahead : closure.ahead()) {
            write(ahead);
        }
    }

    private void write(Contents.Notice notice) throws IOException {
        out.writeUTF(notice.event());
        out.writeInt(notice.details().size());
        for (Map.Entry<String, String> detail : notice.details().entrySet()) {
            out.writeUTF(detail.getKey());
            out.writeUTF(detail.getValue());
        }
    }

    private void write(Keys.Name name) throws IOException {
        out.writeUTF(name.recipient());
        out.writeUTF(name.domain());
        out.writeLong(name.rule().length().toSeconds());
        out.writeUTF(name.rule().zone().getId());
    }

    private void write(Epoch epoch) throws IOException {
        write(epoch.from());
        write(epoch.until());
    }

    private void write(Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    /** Its buffer is overwritten; large enough from the start, so that no smaller one is left behind for most cities. */
    private static final class Wiped extends ByteArrayOutputStream {
        Wiped() {
            super(1 << 16);
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
