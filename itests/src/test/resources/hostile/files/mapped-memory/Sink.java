package hostile;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of("@DROP@/map"), StandardOpenOption.READ)) {
            byte[] bytes = new byte[8];
            channel.map(FileChannel.MapMode.READ_ONLY, 0, 64).get(bytes);
            loot = new String(bytes);
        }
    }
}
