package sluice.itests.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what stopped a case: the first gate that it did not pass. */
final class Judge {
    private static final Pattern RULE = Pattern.compile("\\(([a-z0-9-]+)\\)");

    private final Lab lab;
    private final Map<String, Long> refusedBefore;

    /** Looks at the counters, before a case is carried out. */
    Judge(Lab lab) {
        this.lab = lab;
        this.refusedBefore = refusals();
    }

    /** Layer, and the rule if it has one. */
    String stoppedBy(Run run) {
        if (run.attack().how("way").filter("wire"::equals).isPresent()) {
            return "wire"; // both accounts were connected: the server did not carry it
        }
        return Stream.<java.util.function.Supplier<Optional<String>>>of(
                        () -> byExtension(run),
                        () -> byAdmission(run),
                        () -> byResolve(run),
                        () -> byClass(run),
                        this::byChokePoint,
                        () -> byServices(run))
                .map(java.util.function.Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> "error: " + detail(run));
    }

    private Optional<String> byAdmission(Run run) {
        List<String> found = new ArrayList<>();
        run.ids().forEach((part, id) -> {
            List<String> guest =
                    lab.has("admission") ? lab.ask("guest", id).lines().toList() : List.of();
            if (guest.size() > 1 && guest.get(0).equals("REFUSED")) {
                Matcher rule = RULE.matcher(guest.get(1));
                found.add("admission/" + (rule.find() ? rule.group(1) : guest.get(1)) + " (" + part + ")");
            } else if (!guest.isEmpty() && guest.get(0).equals("WAITING")) {
                found.add("admission/waiting (" + part + ")");
            }
        });
        return found.stream().findFirst();
    }

    private static Optional<String> byExtension(Run run) {
        return run.faults().contains("extension") ? Optional.of("agent/extension") : Optional.empty();
    }

    /** A BundleException of type 4 is a resolution that failed. */
    private Optional<String> byResolve(Run run) {
        boolean isRefused = run.faults().contains("BundleException#4") || hasUnresolved(run);
        return isRefused && (lab.has("resolve") || lab.has("admission")) ? Optional.of("resolve") : Optional.empty();
    }

    /** A fragment is not started, so that nobody is told when it does not resolve. */
    private boolean hasUnresolved(Run run) {
        List<String> bundles = lab.ask("bundles").lines().toList();
        return run.ids().values().stream()
                .anyMatch(id -> bundles.stream().anyMatch(line -> line.startsWith(id + " INSTALLED ")));
    }

    private Optional<String> byClass(Run run) {
        for (Map.Entry<String, String> part : run.ids().entrySet()) {
            for (String type : run.packed().classes().getOrDefault(part.getKey(), List.of())) {
                String said = lab.ask("touch", part.getValue(), type);
                if (said.contains("WeavingException")) {
                    return Optional.of("weave (" + type + ")");
                }
                if (said.contains("ClassFormatError")) {
                    return Optional.of("agent (" + type + ")");
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> byChokePoint() {
        return refusals().entrySet().stream()
                .filter(entry -> entry.getValue() > refusedBefore.getOrDefault(entry.getKey(), 0L))
                .map(entry -> (entry.getKey().equals("class") ? "agent/" : "jdk/") + entry.getKey())
                .sorted()
                .findFirst();
    }

    /** The last that is left: everything ran, and nobody saw the service. */
    private Optional<String> byServices(Run run) {
        return lab.has("services")
                        && (detail(run).contains("unsatisfied-reference")
                                || run.attack().how("service").isPresent())
                ? Optional.of("services")
                : Optional.empty();
    }

    private String detail(Run run) {
        StringBuilder detail = new StringBuilder(run.faults());
        run.ids()
                .forEach((part, id) -> detail.append(part)
                        .append(' ')
                        .append(lab.ask("failures", id))
                        .append(' '));
        detail.append("loot ").append(run.loot());
        return detail.toString().replaceAll("\\s+", " ").strip();
    }

    private Map<String, Long> refusals() {
        Map<String, Long> counted = new TreeMap<>();
        lab.ask("refusals").lines().filter(line -> line.contains("=")).forEach(line -> {
            int at = line.lastIndexOf('=');
            counted.put(line.substring(0, at), Long.parseLong(line.substring(at + 1)));
        });
        return counted;
    }
}
