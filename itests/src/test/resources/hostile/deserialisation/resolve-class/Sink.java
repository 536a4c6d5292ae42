package hostile;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.osgi.framework.Bundle;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(Sink.class).getBundleContext();
        byte[] bytes = {(byte) 0xac, (byte) 0xed, 0, 5, 0x73, 0x72, 0, 14, 'h', 'o', 's', 't', 'i', 'l', 'e', '.', 'S', 'o', 'u', 'r', 'c', 'e', 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0x78, 0x70};
        ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                for (Bundle bundle : context.getBundles()) {
                    if (bundle.getSymbolicName().equals("hostile.resolve-class.source")) {
                        return bundle.loadClass(description.getName());
                    }
                }
                throw new ClassNotFoundException();
            }
        };
        loot = (String) in.readObject();
    }
}
