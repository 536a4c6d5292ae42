package sluice.guard.rules;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A description of a component (OSGi Compendium 112.4) or of its configuration (105.8) in a guest's jar. It may name the guest's own classes,
 * services of its own and of its API, and configuration of its own.
 */
final class Description {
    private static final Pattern COMPONENT_NAMESPACE =
            Pattern.compile("http://www\\.osgi\\.org/xmlns/scr/v1\\.[0-5]\\.0");
    private static final Pattern METATYPE_NAMESPACE =
            Pattern.compile("http://www\\.osgi\\.org/xmlns/metatype/v1\\.[0-5]\\.0");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    /** Elements to their attributes; `factory` of a component, `properties` and extensions of some implementation are left out. */
    private static final Map<String, Set<String>> COMPONENT = Map.of(
            "component",
                    Set.of(
                            "name",
                            "activate",
                            "deactivate",
                            "modified",
                            "immediate",
                            "enabled",
                            "configuration-policy",
                            "configuration-pid",
                            "init",
                            "activation-fields"),
            "implementation", Set.of("class"),
            "property", Set.of("name", "type", "value"),
            "service", Set.of("scope", "servicefactory"),
            "provide", Set.of("interface"),
            "reference",
                    Set.of(
                            "name",
                            "interface",
                            "cardinality",
                            "policy",
                            "policy-option",
                            "target",
                            "bind",
                            "unbind",
                            "updated",
                            "field",
                            "field-option",
                            "field-collection-type",
                            "scope",
                            "parameter"));

    private static final Map<String, Set<String>> METATYPE = Map.ofEntries(
            entry("MetaData", Set.of("localization")),
            entry("OCD", Set.of("id", "name", "description", "localization")),
            entry(
                    "AD",
                    Set.of("id", "name", "description", "type", "cardinality", "default", "min", "max", "required")),
            entry("Option", Set.of("label", "value")),
            entry("Designate", Set.of("pid", "factoryPid")),
            entry("Object", Set.of("ocdref")));

    private static final Set<String> MEMBERS =
            Set.of("activate", "deactivate", "modified", "bind", "unbind", "updated", "field", "activation-fields");

    private final String where;
    private final String symbolicName;
    private final Predicate<String> isOwnClass;
    private final AllowList list;
    private final List<Fault> faults = new ArrayList<>();

    private Description(String where, String symbolicName, Predicate<String> isOwnClass, AllowList list) {
        this.where = where;
        this.symbolicName = symbolicName;
        this.isOwnClass = isOwnClass;
        this.list = list;
    }

    static List<Fault> faults(
            String entry, byte[] xml, String symbolicName, Predicate<String> isOwnClass, AllowList list) {
        Description description = new Description(entry, symbolicName, isOwnClass, list);
        try {
            description.check(Xml.read(xml), entry.startsWith("OSGI-INF/metatype/"));
        } catch (Malformed e) {
            description.fault(String.valueOf(e.getMessage()), "description", "what bnd writes");
        }
        return description.faults;
    }

    private void check(Xml.Element root, boolean isMetatype) throws Malformed {
        String prefix =
                root.name().contains(":") ? root.name().substring(0, root.name().indexOf(':') + 1) : "";
        String declared = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        Pattern namespace = isMetatype ? METATYPE_NAMESPACE : COMPONENT_NAMESPACE;
        String name = root.name().substring(prefix.length());
        if (!name.equals(isMetatype ? "MetaData" : "component")
                || !namespace.matcher(root.attribute(declared)).matches()) {
            throw new Malformed("no description as bnd writes it");
        }
        element(name, root, declared, isMetatype ? METATYPE : COMPONENT);
    }

    private void element(String name, Xml.Element element, String namespace, Map<String, Set<String>> grammar) {
        Set<String> allowed = grammar.get(name);
        if (allowed == null) {
            fault("the element " + name, "description", "what bnd writes");
            return;
        }
        element.attributes().forEach((attribute, value) -> {
            if (allowed.contains(attribute)) {
                attribute(name, attribute, value);
            } else if (!attribute.equals(namespace)) {
                fault("the attribute " + attribute + " of " + name, "description", "what bnd writes");
            }
        });
        element.children().forEach(child -> element(child.name(), child, "", grammar));
    }

    private void attribute(String element, String attribute, String value) {
        String place = element + '.' + attribute;
        switch (place) {
            case "implementation.class" -> {
                if (!isOwn(value)) {
                    fault("implementation " + value, "component-class", "a class of the bundle");
                }
            }
            case "provide.interface", "reference.interface" -> {
                if (!isOwn(value) && !list.isApi(value.replace('.', '/'))) {
                    fault(
                            element + ' ' + value,
                            "component-service",
                            "sluice.driver.spi.Driver, sluice.app.api.Application");
                }
            }
            case "component.name", "component.configuration-pid", "Designate.pid", "Designate.factoryPid" -> {
                for (String pid : value.strip().split("\\s+")) {
                    configuration(pid);
                }
            }
            default -> {
                if (MEMBERS.contains(attribute)) {
                    for (String member : value.strip().split("\\s+")) {
                        member(member);
                    }
                }
            }
        }
    }

    /** Whoever names another's configuration reads it: passwords too. */
    private void configuration(String pid) {
        boolean isItsOwn =
                pid.equals("$") || isOwn(pid) || pid.equals(symbolicName) || pid.startsWith(symbolicName + '.');
        if (!isItsOwn) {
            fault("configuration " + pid, "foreign-configuration", symbolicName + ", or names that begin with it");
        }
    }

    /** Components may call what no class file of a guest may: {@code deactivate="notifyAll"}. */
    private void member(String name) {
        boolean isInherited = list.lines().inherited().keySet().stream()
                .anyMatch(member -> member.equals(name) || member.startsWith(name + '('));
        if (isInherited || !IDENTIFIER.matcher(name).matches()) {
            fault("the member " + name, "description", "a member of the component");
        }
    }

    private boolean isOwn(String className) {
        return isOwnClass.test(className) && !ClassScan.isForeign(className.replace('.', '/'), list);
    }

    private void fault(String what, String rule, String instead) {
        faults.add(new Fault(where, what, rule, instead));
    }
}
