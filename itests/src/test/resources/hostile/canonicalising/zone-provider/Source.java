package hostile;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

public final class Source {
    public Source() throws Exception {
        ZoneRulesProvider.registerProvider(new ZoneRulesProvider() {
            @Override
            protected Set<String> provideZoneIds() {
                return Set.of("Hostile/@SECRET@");
            }

            @Override
            protected ZoneRules provideRules(String id, boolean forCaching) {
                return ZoneRules.of(ZoneOffset.UTC);
            }

            @Override
            protected NavigableMap<String, ZoneRules> provideVersions(String id) {
                return new TreeMap<>();
            }
        });
    }
}
