package sluice.operator.internal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.karaf.bundle.core.BundleInfo;
import org.apache.karaf.bundle.core.BundleService;
import org.apache.karaf.bundle.core.BundleState;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import sluice.broker.core.port.Trouble;
import sluice.guard.Admission;
import sluice.guard.Guest;

/**
 * Finds bundles that do not run, and asks Karaf for the root cause: a missing import, a component that waits for a service. Of a bundle that
 * the guard keeps out Karaf would say that a requirement is not satisfied; the guard says why.
 */
final class Bundles {
    private static final Set<BundleState> RUN = Set.of(BundleState.Active, BundleState.Starting, BundleState.Stopping);

    private final BundleContext context;
    private final BundleService bundles;

    Bundles(BundleContext context, BundleService bundles) {
        this.context = context;
        this.bundles = bundles;
    }

    List<Finding> findings(@Nullable Admission admission) {
        Set<Long> keptOut = keptOut(admission);
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !keptOut.contains(bundle.getBundleId()))
                .flatMap(bundle -> finding(bundles.getInfo(bundle), () -> cause(bundle)).stream())
                .toList();
    }

    /** The ids of the bundles that the guard does not let in, and speaks of itself. */
    static Set<Long> keptOut(@Nullable Admission admission) {
        return admission == null
                ? Set.of()
                : admission.guests().stream()
                        .filter(guest -> guest.state() != Guest.State.APPROVED)
                        .map(Guest::bundleId)
                        .collect(toSet());
    }

    /** What is to be said of a bundle; a fragment never runs, and that is well. */
    static Optional<Finding> finding(BundleInfo bundle, Supplier<String> cause) {
        if (RUN.contains(bundle.getState()) || bundle.isFragment()) {
            return Optional.empty();
        }
        String name = bundle.getSymbolicName();
        String known = cause.get();
        String why = known.isEmpty()
                ? "it was not started, or it was stopped; `bundle:start " + name + "` starts it"
                : known;
        return Optional.of(
                new Finding("framework", new Trouble(code(bundle.getState()), "bundle `" + name + "`", why)));
    }

    /** In the guard's words, "waiting" is a bundle that nobody has approved yet. */
    private static String code(BundleState state) {
        return state == BundleState.Waiting
                ? "bundle-unsatisfied"
                : "bundle-" + state.name().toLowerCase(Locale.ROOT);
    }

    /** Karaf's diagnosis in one line: its titles go, its lines are joined. */
    static String inOneLine(String diagnosis) {
        return diagnosis
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("Declarative Services"))
                .collect(joining("; "));
    }

    private String cause(Bundle bundle) {
        String missing = bundles.getUnsatisfiedRequirements(bundle, null).stream()
                .map(need -> need.getNamespace() + " " + need.getDirectives().getOrDefault("filter", ""))
                .collect(joining("; "));
        return missing.isEmpty() ? inOneLine(bundles.getDiag(bundle)) : "nobody provides " + missing;
    }
}
