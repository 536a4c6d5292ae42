package hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.ByteBuffer;
import java.rmi.registry.LocateRegistry;
import java.util.Arrays;

public final class Source {
    public Source() throws Exception {
        Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(LocateRegistry.getRegistry("127.0.0.1", @TCP@));
        byte[] stream = bytes.toByteArray();
        byte[] port = ByteBuffer.allocate(4).putInt(@TCP@).array();
        int at = stream.length - 4;
        while (!Arrays.equals(stream, at, at + 4, port, 0, 4)) {
            at--;
        }
        System.arraycopy("@SECRET@".getBytes(), 0, stream, at + 4, 8);
        new ObjectInputStream(new ByteArrayInputStream(stream)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, ClassLoader.getSystemClassLoader());
            }
        }.readObject();
    }
}
