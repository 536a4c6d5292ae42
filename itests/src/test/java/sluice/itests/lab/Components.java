package sluice.itests.lab;

import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** What became of a bundle's components. */
final class Components {
    private Components() {}

    /** A line for each configuration: its state, and why it failed. */
    static String failures(BundleContext context, long id) {
        Bundle bundle = context.getBundle(id);
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (bundle == null || reference == null) {
            return "";
        }
        ServiceComponentRuntime runtime = context.getService(reference);
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(description -> runtime.getComponentConfigurationDTOs(description).stream())
                .map(Components::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(ComponentConfigurationDTO component) {
        String state = switch (component.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> "unsatisfied-configuration";
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> "unsatisfied-reference";
            case ComponentConfigurationDTO.SATISFIED -> "satisfied";
            case ComponentConfigurationDTO.ACTIVE -> "active";
            default -> "failed";
        };
        return state + " "
                + Objects.requireNonNullElse(component.failure, "")
                        .lines()
                        .limit(3)
                        .collect(Collectors.joining(" "));
    }
}
