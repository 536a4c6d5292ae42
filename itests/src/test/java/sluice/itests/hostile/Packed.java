package sluice.itests.hostile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A case whose bundles were built, signed with the accepted vendor's key.
 *
 * @param attack what it is
 * @param words what its sources were told
 * @param jars {@code source}, and {@code sink} and {@code before} if it has them
 * @param classes names of the classes in each of them
 */
record Packed(Attack attack, Words words, Map<String, Path> jars, Map<String, List<String>> classes) {
    Path jar(String part) {
        Path jar = jars.get(part);
        if (jar == null) {
            throw new IllegalStateException(attack + " has no " + part);
        }
        return jar;
    }

    boolean has(String part) {
        return jars.containsKey(part);
    }
}
