package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a test read out of a journal. */
final class Read implements Visitor {
    final List<Long> positions = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<Damage> damages = new ArrayList<>();

    static Read all(Journal journal) throws IOException {
        return from(journal, 0);
    }

    static Read from(Journal journal, long position) throws IOException {
        Read read = new Read();
        journal.replay(position, Long.MAX_VALUE, read);
        return read;
    }

    /** Opens, reads and closes. */
    static Read folder(Path folder, JournalSettings settings) throws IOException {
        try (Journal journal = Journal.open(folder, settings, Disk.ofThisMachine())) {
            return all(journal);
        }
    }

    @Override
    public void entry(long position, byte[] payload) {
        positions.add(position);
        texts.add(new String(payload, UTF_8));
    }

    @Override
    public void damage(Damage damage) {
        damages.add(damage);
    }
}
