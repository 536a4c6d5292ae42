package sluice.guard.rules;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers that a guest's manifest may have, and what may be in them. What is not named here is refused: somebody may read it and act on it. */
final class Headers {
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern VERSION =
            Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}(\\.[0-9]{1,9}(\\.[A-Za-z0-9_-]+)?)?)?");
    private static final Pattern TEXT = Pattern.compile("[^<>\\p{Cntrl}]{0,4000}");
    private static final Pattern LINK = Pattern.compile("(https?://[^\\s<>\"'`]{0,400})?");
    private static final Pattern PERSONS = Pattern.compile("[^\\p{Cntrl}<>]{0,4000}");
    private static final Pattern LIST = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern ANY = Pattern.compile(".{0,20000}");

    private static final Map<String, Pattern> ALLOWED = Map.ofEntries(
            entry("Manifest-Version", Pattern.compile("1\\.0")),
            entry("Signature-Version", Pattern.compile("1\\.0")),
            entry("Created-By", TEXT),
            entry("Built-By", TEXT),
            entry("Build-Jdk", TEXT),
            entry("Build-Jdk-Spec", TEXT),
            entry("Tool", TEXT),
            entry("Bnd-LastModified", TEXT),
            entry("Implementation-Title", TEXT),
            entry("Implementation-Version", TEXT),
            entry("Implementation-Vendor", TEXT),
            entry("Implementation-Vendor-Id", TEXT),
            entry("Specification-Title", TEXT),
            entry("Specification-Version", TEXT),
            entry("Specification-Vendor", TEXT),
            entry("Bundle-ManifestVersion", Pattern.compile("2")),
            entry("Bundle-SymbolicName", SYMBOLIC_NAME),
            entry("Bundle-Version", VERSION),
            entry("Bundle-Name", TEXT),
            entry("Bundle-Description", TEXT),
            entry("Bundle-Vendor", TEXT),
            entry("Bundle-Category", TEXT),
            entry("Bundle-Copyright", TEXT),
            entry("Bundle-ContactAddress", TEXT),
            entry("Bundle-License", TEXT),
            entry("Bundle-Developers", PERSONS),
            entry("Bundle-SCM", TEXT),
            entry("Bundle-DocURL", LINK),
            entry("Bundle-ClassPath", Pattern.compile("\\.")),
            entry("Bundle-RequiredExecutionEnvironment", TEXT),
            entry("Private-Package", TEXT),
            entry("Import-Package", ANY),
            entry("Require-Capability", ANY),
            entry("Provide-Capability", ANY),
            entry("Service-Component", ANY),
            entry("Sluice-Allow-List", LIST));

    private static final Set<String> DIGESTS = Set.of("SHA-256-Digest", "SHA-384-Digest", "SHA-512-Digest");
    private static final Pattern COMPONENT = Pattern.compile("OSGI-INF/[A-Za-z0-9_.$-]+\\.xml");

    private final ManifestText manifest;
    private final AllowList list;
    private final List<Fault> faults = new ArrayList<>();

    Headers(ManifestText manifest, AllowList list) {
        this.manifest = manifest;
        this.list = list;
    }

    String symbolicName() {
        String name = value("Bundle-SymbolicName");
        return SYMBOLIC_NAME.matcher(name).matches() ? name : "-";
    }

    String version() {
        String version = value("Bundle-Version");
        return VERSION.matcher(version).matches() ? version : "0.0.0";
    }

    int checkedAgainst() {
        String stated = value("Sluice-Allow-List");
        return LIST.matcher(stated).matches() ? Integer.parseInt(stated) : 0;
    }

    private String value(String name) {
        return manifest.main().getOrDefault(name, "").strip();
    }

    List<Fault> faults(Set<String> entries) {
        manifest.main().forEach(this::header);
        manifest.sections().forEach(this::section);
        for (String needed : List.of("Bundle-ManifestVersion", "Bundle-SymbolicName")) {
            if (value(needed).isEmpty()) {
                fault(needed, "header-missing", "a bundle as bnd makes it");
            }
        }
        components(entries);
        faults.addAll(
                Wiring.faults(value("Import-Package"), value("Require-Capability"), value("Provide-Capability"), list));
        Versions.ofList(checkedAgainst(), list.version()).ifPresent(faults::add);
        return List.copyOf(faults);
    }

    private void header(String name, String value) {
        Pattern allowed = ALLOWED.get(name);
        if (allowed == null) {
            fault(name, "header-not-allowed", "");
        } else if (!allowed.matcher(value.strip()).matches()) {
            fault(
                    name + " with this value",
                    "header-value",
                    allowed.pattern().length() < 40 ? allowed.pattern() : "plain text");
        }
    }

    private void section(String entry, List<String> names) {
        if (!DIGESTS.containsAll(names)) {
            fault("a section with more than digests", "header-not-allowed", "");
        }
    }

    private void components(Set<String> entries) {
        String header = value("Service-Component");
        for (String path : header.isEmpty() ? new String[0] : header.split(",")) {
            if (!COMPONENT.matcher(path.strip()).matches() || !entries.contains(path.strip())) {
                fault("Service-Component of what is not in the jar", "header-value", "component annotations, and bnd");
            }
        }
    }

    private void fault(String what, String rule, String instead) {
        faults.add(new Fault("MANIFEST", what, rule, instead));
    }
}
