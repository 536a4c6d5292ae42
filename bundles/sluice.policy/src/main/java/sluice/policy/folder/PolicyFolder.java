package sluice.policy.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import sluice.broker.core.model.PolicySet;
import sluice.policy.internal.PolicyLoader;
import sluice.yaml.Folders;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;

/** A folder of policy files, read as the platform reads it. */
public final class PolicyFolder {
    private PolicyFolder() {}

    /**
     * Reads a folder once.
     *
     * @param root holds {@code catalogue/}, {@code purposes/}, {@code policies/} and what else belongs to a set
     * @param sound what to make of a set
     * @param faulty what to make of problems
     * @param <T> what is made
     * @return made by the one that applies
     */
    public static <T> T read(Path root, Function<PolicySet, T> sound, Function<List<Problem>, T> faulty) {
        return read(Folders.read(root, PolicyLoader.FOLDERS), sound, faulty);
    }

    /**
     * Reads files that are in memory already.
     *
     * @param files the files, each by its name below the root
     * @param sound what to make of a set
     * @param faulty what to make of problems
     * @param <T> what is made
     * @return made by the one that applies
     */
    public static <T> T read(Snapshot files, Function<PolicySet, T> sound, Function<List<Problem>, T> faulty) {
        return PolicyLoader.load(files)
                .fold(set -> sound.apply(set.set()), problems -> faulty.apply(problems.problems()));
    }
}
