package sluice.metrics.internal;

import java.util.Hashtable;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import sluice.broker.core.port.Trouble;

/** Publishes one Felix health check for each part; {@code hc:exec sluice} runs them all. */
@Component(service = {})
public final class HealthChecks {
    private final List<ServiceRegistration<HealthCheck>> registrations;

    /**
     * Publishes them.
     *
     * @param platform whose health is asked for
     * @param context where they are published
     */
    @Activate
    public HealthChecks(@Reference Platform platform, BundleContext context) {
        Physician physician = new Physician(platform);
        registrations = Part.all().stream()
                .map(part -> context.registerService(
                        HealthCheck.class, () -> toResult(physician.of(part)), properties(part)))
                .toList();
    }

    /** Takes them back. */
    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    static Result toResult(PartHealth health) {
        Result.Status status = Result.Status.valueOf(health.level().name());
        ResultLog log = new ResultLog();
        log.add(new ResultLog.Entry(status, health.part() + (health.troubles().isEmpty() ? ": no trouble" : ":")));
        for (Trouble trouble : health.troubles()) {
            log.add(new ResultLog.Entry(
                    Result.Status.WARN, trouble.what() + " [" + trouble.code() + "]: " + trouble.why()));
        }
        return new Result(log);
    }

    private static Hashtable<String, Object> properties(Part part) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, "sluice " + part);
        properties.put(HealthCheck.TAGS, new String[] {"sluice", part.toString()});
        return properties;
    }
}
