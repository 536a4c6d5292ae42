package sluice.guard.internal.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.guard.rules.Fault;
import sluice.guard.rules.JarScan;

/** What a content is, whoever may accept it: scanned once for each digest, since the same jar is installed, refused and tried again for long. */
final class Inspection {
    private static final int MOST_REMEMBERED = 2_000;
    private static final int MOST_FAULTS = 100;

    private final Map<String, Finding> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Finding> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /**
     * What was found in a jar.
     *
     * @param signature who signed it
     * @param checkedAgainst version of the allow-list that it names; 0 if none
     * @param faults all of them, those of the signature first
     */
    record Finding(Signature signature, int checkedAgainst, List<Fault> faults) {
        Finding {
            int more = faults.size() - MOST_FAULTS;
            List<Fault> some = new ArrayList<>(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
            if (more > 0) {
                some.add(new Fault("jar", more + " faults more", "more-faults", ""));
            }
            faults = List.copyOf(some);
        }
    }

    /** Scans outside the lock: two threads may scan one jar, and find the same. */
    Finding of(String digest, Path jar) {
        synchronized (known) {
            Finding before = known.get(digest);
            if (before != null) {
                return before;
            }
        }
        Finding found = scan(jar);
        synchronized (known) {
            known.put(digest, found);
        }
        return found;
    }

    private static Finding scan(Path jar) {
        Signature signature = SignedJar.read(jar);
        if (signature.faults().stream().anyMatch(fault -> isBeyondScanning(fault.rule()))) {
            return new Finding(signature, 0, signature.faults());
        }
        try {
            JarScan.Report report = JarScan.of(jar);
            List<Fault> faults = new ArrayList<>(signature.faults());
            faults.addAll(report.faults());
            return new Finding(signature, report.checkedAgainst(), faults);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The scanner met what it does not understand: nothing that a city needs.
            return new Finding(
                    signature, 0, List.of(new Fault("jar", e.getClass().getSimpleName(), "not-scanned", "")));
        }
    }

    private static boolean isBeyondScanning(String rule) {
        return rule.equals("not-a-jar") || rule.equals("too-large") || rule.equals("too-many-entries");
    }
}
