package sluice.guard.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which names the entries of a guest's jar may have. Of the folders that somebody looks into, only what is known may be there. */
final class EntryNames {
    private static final int LONGEST = 250;

    private static final Pattern META = Pattern.compile("META-INF/(|MANIFEST\\.MF|[A-Za-z0-9_-]{1,8}\\.(SF|RSA|DSA|EC)"
            + "|(LICENSE|NOTICE|DEPENDENCIES)[A-Za-z0-9_.-]*|maven/([A-Za-z0-9_.-]+/){0,2}(pom\\.(xml|properties))?)");

    private static final Pattern OSGI = Pattern.compile(
            "OSGI-INF/(|[A-Za-z0-9_.$-]+\\.xml|metatype/([A-Za-z0-9_.$-]+\\.xml)?|l10n/([A-Za-z0-9_.$-]+\\.properties)?)");

    private static final Pattern WATCHED =
            Pattern.compile("(META|OSGI|WEB|BOOT|APP|KARAF)-INF(/.*)?", Pattern.CASE_INSENSITIVE);

    /** Archives by their names; what hides its nature is found by its content. */
    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(jar|zip|war|ear|rar|kar|sar|jmod|jimage|par)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NATIVE =
            Pattern.compile(".*\\.(so|dll|dylib|jnilib|exe|com|sys)(\\.[0-9]+)*", Pattern.CASE_INSENSITIVE);

    private EntryNames() {}

    static List<Fault> faults(Collection<String> names) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> folded = new HashMap<>();
        for (String name : names) {
            String rule = rule(name);
            if (!rule.isEmpty()) {
                faults.add(new Fault(shown(name), "an entry of this name", rule, ""));
            }
            String other = folded.put(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                faults.add(new Fault(
                        shown(name), "differs from `" + shown(other) + "` in case only", "duplicate-entry", ""));
            }
        }
        return faults;
    }

    private static String rule(String name) {
        if (!isPlain(name)) {
            return "entry-name";
        }
        if (ARCHIVE.matcher(name).matches()) {
            return "nested-archive";
        }
        if (NATIVE.matcher(name).matches()) {
            return "native-library";
        }
        boolean isKnown = META.matcher(name).matches() || OSGI.matcher(name).matches();
        return WATCHED.matcher(name).matches() && !isKnown ? "entry-not-allowed" : "";
    }

    /** Relative, without steps upwards or sideways, and the same on every file system. */
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && !name.startsWith("/")
                && !name.contains("//")
                && !("/" + name + "/").contains("/../")
                && !("/" + name + "/").contains("/./")
                && name.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':' || c == '!' || c == '%');
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }
}
