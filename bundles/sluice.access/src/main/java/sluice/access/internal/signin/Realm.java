package sluice.access.internal.signin;

import static javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag.REQUIRED;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Karaf's realm with one more module behind Karaf's own, which keep their numbers for {@code jaas:realm-manage}. It is published before
 * Karaf's comes and says so by having no entries: then nobody signs in.
 */
@Component(service = JaasRealm.class, immediate = true, property = "sluice.access=true")
public final class Realm implements JaasRealm {
    private static final String NAME = "karaf";
    private static final int RANK = 100;

    private final BundleContext context;
    private final Doorkeeper doorkeeper;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(sluice.access=true))")
    private final List<JaasRealm> others = new CopyOnWriteArrayList<>();

    /**
     * The realm.
     *
     * @param context of this bundle, from which JAAS loads the module
     * @param doorkeeper whom the module asks
     */
    @Activate
    public Realm(BundleContext context, @Reference Doorkeeper doorkeeper) {
        this.context = context;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return RANK;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return others.stream()
                .filter(realm -> realm.getName().equals(NAME))
                .max(Comparator.comparingInt(JaasRealm::getRank))
                .map(realm -> Stream.concat(Stream.of(realm.getEntries()), Stream.of(module()))
                        .toArray(AppConfigurationEntry[]::new))
                .orElseGet(() -> new AppConfigurationEntry[0]);
    }

    private AppConfigurationEntry module() {
        return new AppConfigurationEntry(
                ProxyLoginModule.class.getName(),
                REQUIRED,
                Map.of(
                        ProxyLoginModule.PROPERTY_MODULE,
                        SignInModule.class.getName(),
                        ProxyLoginModule.PROPERTY_BUNDLE,
                        Long.toString(context.getBundle().getBundleId()),
                        BundleContext.class.getName(),
                        context,
                        SignInModule.DOORKEEPER,
                        doorkeeper));
    }
}
