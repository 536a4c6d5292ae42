package hostile;

import java.net.Socket;

public final class Source {
    public Source() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", @TCP@)) {
            socket.getOutputStream().write("@SECRET@".getBytes());
        }
    }
}
