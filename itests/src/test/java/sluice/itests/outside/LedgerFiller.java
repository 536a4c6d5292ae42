package sluice.itests.outside;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import sluice.broker.core.port.FlowKey;
import sluice.ledger.internal.LedgerComponent;
import sluice.ledger.internal.LedgerConfig;

/** Writes a genuine ledger whose first file is all but full, so that a test need not wait for hours until the next one is due. */
final class LedgerFiller {
    private static final int LARGE = 60_000;
    private static final int OVERHEAD = 1_000;

    private final Path folder;

    LedgerFiller(Path folder) {
        this.folder = folder;
    }

    /** Leaves about so many bytes of the first file. */
    void leave(int bytes) throws IOException {
        LedgerComponent ledger = new LedgerComponent(new Config(folder.toString()));
        write(ledger, 1);
        while (room() > 2 * LARGE) {
            write(ledger, LARGE);
        }
        write(ledger, room() / 2);
        write(ledger, room() - bytes - OVERHEAD);
        ledger.stop();
    }

    private static void write(LedgerComponent ledger, int length) {
        CountDownLatch written = new CountDownLatch(1);
        ledger.event("filler", Map.of("text", "x".repeat(length)));
        ledger.disclose(new FlowKey("-", "-", "-"), "-", written::countDown);
        try {
            written.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Behind the last byte that was written, the file is zeros. */
    private int room() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("journal/00000000000000000000.log"));
        int end = file.length;
        while (file[end - 1] == 0) {
            end--;
        }
        return file.length - end;
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Config(String folder) implements LedgerConfig {
        @Override
        public int batch_millis() {
            return 0;
        }

        @Override
        public int batch_leaves() {
            return 1;
        }

        @Override
        public String anchor_folder() {
            return "";
        }

        @Override
        public String origin() {
            return "";
        }

        @Override
        public int openings_days() {
            return 400;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return LedgerConfig.class;
        }
    }
}
