package hostile;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public final class Source {
    public Source() throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of("@DROP@/map"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.map(FileChannel.MapMode.READ_WRITE, 0, 64).put("@SECRET@".getBytes());
        }
    }
}
