package sluice.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.Guest;
import sluice.guard.Vendor;

/** A guard with all of its layers that refused what a test says. */
record FakeGuard(Map<String, Long> refusals) implements Armed {
    @Override
    public Set<String> missingLayers() {
        return Set.of();
    }

    @Override
    public long startMillis() {
        return 750;
    }

    /** Who is to be let in; a bundle for each state. */
    static Admission admission(Guest.State... states) {
        List<Guest> guests = new ArrayList<>();
        for (Guest.State state : states) {
            guests.add(new Guest(guests.size(), "vendor.x", "1.0.0", state, "acme", "00", 1, List.of()));
        }
        return new Decided(guests);
    }

    private record Decided(List<Guest> guests) implements Admission {
        @Override
        public List<Vendor> vendors() {
            throw new UnsupportedOperationException("a metric counts bundles only");
        }

        @Override
        public Answer approve(String digest, String by) {
            throw new UnsupportedOperationException("a metric reads only");
        }

        @Override
        public Answer withdraw(String digest, String by) {
            throw new UnsupportedOperationException("a metric reads only");
        }

        @Override
        public Answer addVendor(String name, String certificate, String by) {
            throw new UnsupportedOperationException("a metric reads only");
        }

        @Override
        public Answer revokeVendor(String name, String by) {
            throw new UnsupportedOperationException("a metric reads only");
        }
    }
}
