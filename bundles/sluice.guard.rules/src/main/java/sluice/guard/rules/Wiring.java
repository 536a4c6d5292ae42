package sluice.guard.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a guest may ask of the framework and offer to it: its API, and what bnd writes for a component. */
final class Wiring {
    private static final Pattern COMPONENT_EXTENDER = Pattern.compile(
            "\\(&\\(osgi\\.extender=osgi\\.component\\)\\(version>=1[0-9.]*\\)\\(!\\(version>=2[0-9.]*\\)\\)\\)");

    private static final Pattern JAVA =
            Pattern.compile("\\(&\\(osgi\\.ee=JavaSE\\)\\(version(>=|=)(1\\.[0-9]|[0-9]{1,2})\\)\\)");
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9_.$]+(,[A-Za-z0-9_.$]+)*");
    private static final Set<String> SERVICE_ATTRIBUTES = Set.of(
            "filter:", "effective:", "cardinality:", "resolution:", "objectClass:List<String>", "objectClass", "uses:");

    private final AllowList list;
    private final List<Fault> faults = new ArrayList<>();

    private Wiring(AllowList list) {
        this.list = list;
    }

    static List<Fault> faults(String imports, String requires, String provides, AllowList list) {
        Wiring wiring = new Wiring(list);
        wiring.each("Import-Package", imports, wiring::oneImport);
        wiring.each("Require-Capability", requires, wiring::requirement);
        wiring.each("Provide-Capability", provides, wiring::capability);
        return wiring.faults;
    }

    private interface Check {
        /** What is wrong with one path of a clause. */
        Optional<Fault> of(String path, Map<String, String> attributes);
    }

    private void each(String header, String value, Check check) {
        if (value.isEmpty()) {
            return;
        }
        try {
            for (Clauses.Clause clause : Clauses.of(value)) {
                if (clause.paths().isEmpty()) {
                    throw new Malformed("a clause of nothing");
                }
                for (String path : clause.paths()) {
                    check.of(path, clause.attributes()).ifPresent(faults::add);
                }
            }
        } catch (Malformed e) {
            faults.add(fault(header + ": " + e.getMessage(), "header-value", ""));
        }
    }

    private Optional<Fault> oneImport(String path, Map<String, String> attributes) {
        Set<Integer> served = list.lines().apis().get(path.replace('.', '/') + '/');
        if (served == null) {
            return Optional.of(
                    fault("Import-Package " + path, "import-not-allowed", "sluice.driver.spi or sluice.app.api"));
        }
        if (!Set.of("version", "resolution:").containsAll(attributes.keySet())) {
            return Optional.of(
                    fault("Import-Package " + path + " with " + attributes.keySet(), "header-value", "version only"));
        }
        return Versions.ofApi(path, attributes.getOrDefault("version", ""), served);
    }

    private Optional<Fault> requirement(String path, Map<String, String> attributes) {
        String filter = attributes.getOrDefault("filter:", "");
        boolean isAllowed = switch (path) {
            case "osgi.extender" ->
                attributes.size() == 1 && COMPONENT_EXTENDER.matcher(filter).matches();
            case "osgi.ee" -> attributes.size() == 1 && JAVA.matcher(filter).matches();
            case "osgi.service" -> SERVICE_ATTRIBUTES.containsAll(attributes.keySet());
            default -> false;
        };
        return isAllowed
                ? Optional.empty()
                : Optional.of(fault(
                        "Require-Capability " + path + ' ' + filter,
                        "capability-not-allowed",
                        "what bnd writes for a component"));
    }

    private Optional<Fault> capability(String path, Map<String, String> attributes) {
        boolean isAllowed = path.equals("osgi.service")
                && SERVICE_ATTRIBUTES.containsAll(attributes.keySet())
                && SERVICE.matcher(services(attributes)).matches();
        return isAllowed
                ? Optional.empty()
                : Optional.of(fault(
                        "Provide-Capability " + path, "capability-not-allowed", "what bnd writes for a component"));
    }

    private static String services(Map<String, String> attributes) {
        return attributes.getOrDefault("objectClass:List<String>", attributes.getOrDefault("objectClass", ""));
    }

    private static Fault fault(String what, String rule, String instead) {
        return new Fault("MANIFEST", what, rule, instead);
    }
}
