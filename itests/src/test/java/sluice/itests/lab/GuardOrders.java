package sluice.itests.lab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.agent.Gate;

/** What the lab asks the guard, and Declarative Services. Its imports are optional. */
final class GuardOrders {
    private GuardOrders() {}

    static String obey(BundleContext context, String order, List<String> rest) {
        return switch (order) {
            case "armed" -> armed(context);
            case "layers" -> String.join("+", Gate.layers());
            case "refusals" -> refusals();
            case "approve" ->
                with(
                        context,
                        admission -> admission.approve(rest.get(0), "itests").text());
            case "vendor" ->
                with(
                        context,
                        admission -> admission
                                .addVendor(rest.get(0), rest.get(1), "itests")
                                .text());
            case "guest" -> with(context, admission -> guest(admission, Long.parseLong(rest.get(0))));
            case "failures" -> Components.failures(context, Long.parseLong(rest.get(0)));
            default -> throw new IllegalArgumentException("no such order: " + order);
        };
    }

    private static String armed(BundleContext context) {
        return context.getServiceReference(Armed.class) == null ? "no" : "yes";
    }

    private static String refusals() {
        Map<String, Long> sorted = new TreeMap<>(Gate.refusals());
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** First line: what was decided; then a line for each reason. Empty if the guard does not know the bundle. */
    private static String guest(Admission admission, long id) {
        return admission.guests().stream()
                .filter(guest -> guest.bundleId() == id)
                .map(guest -> guest.state() + "\n" + String.join("\n", guest.reasons()))
                .findFirst()
                .orElse("");
    }

    private static String with(BundleContext context, Function<Admission, String> question) {
        ServiceReference<Admission> reference = context.getServiceReference(Admission.class);
        if (reference == null) {
            return "no admission";
        }
        try {
            return question.apply(context.getService(reference));
        } finally {
            context.ungetService(reference);
        }
    }
}
