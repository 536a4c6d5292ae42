package hostile;

import java.io.IOException;
import java.net.Socket;

public record Level(String container, double fillingLevel) {
    @Override
    public String toString() {
        try (Socket socket = new Socket("127.0.0.1", @TCP@)) {
            socket.getOutputStream().write(container.getBytes());
        } catch (IOException over) {
            return "";
        }
        return "level";
    }
}
