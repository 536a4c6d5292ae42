package sluice.access.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.access.AccessCounts;
import sluice.access.internal.request.RequestDoor;
import sluice.access.internal.signin.Doorkeeper;

/** What both doors counted. */
@Component
public final class Counts implements AccessCounts {
    private final Doorkeeper doorkeeper;
    private final RequestDoor door;

    /**
     * The counts.
     *
     * @param doorkeeper counts who signs in
     * @param door counts requests
     */
    @Activate
    public Counts(@Reference Doorkeeper doorkeeper, @Reference RequestDoor door) {
        this.doorkeeper = doorkeeper;
        this.door = door;
    }

    @Override
    public Map<String, Long> signIns() {
        return doorkeeper.counts();
    }

    @Override
    public Map<String, Long> refusedRequests() {
        return door.counts();
    }
}
