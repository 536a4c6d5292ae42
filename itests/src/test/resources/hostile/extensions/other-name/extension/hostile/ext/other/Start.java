package hostile.ext.other;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Start implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        Files.writeString(Path.of("@DROP@/note-@NAME@"), "@SECRET@");
    }

    @Override
    public void stop(BundleContext context) {}
}
