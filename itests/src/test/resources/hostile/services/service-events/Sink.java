package hostile;

import org.osgi.framework.FrameworkUtil;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        FrameworkUtil.getBundle(Sink.class).getBundleContext().addServiceListener(event -> {
            Object note = event.getServiceReference().getProperty("note");
            if (note != null) {
                loot = note.toString();
            }
        });
    }
}
