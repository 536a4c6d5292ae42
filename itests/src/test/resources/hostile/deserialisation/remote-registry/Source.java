package hostile;

import java.rmi.NoSuchObjectException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;

public final class Source {
    public Source() throws Exception {
        Registry registry = LocateRegistry.createRegistry(@FREE@);
        registry.bind("@SECRET@", registry);
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(2_000);
                UnicastRemoteObject.unexportObject(registry, true);
            } catch (InterruptedException | NoSuchObjectException over) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
