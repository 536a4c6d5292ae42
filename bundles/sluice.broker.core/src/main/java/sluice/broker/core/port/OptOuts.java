package sluice.broker.core.port;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who opted out, as digests: the register holds no name, and without its key nobody can look one up. Immutable. */
public final class OptOuts {
    /** The register can not be read, so everybody is taken to have opted out. */
    public static final OptOuts UNKNOWN = new OptOuts(null, Set.of());

    /** The register was read, and nobody is in it. */
    public static final OptOuts NOBODY = of(new SubjectDigest.Key(new byte[SubjectDigest.KEY_LENGTH]), Set.of());

    private final SubjectDigest.@Nullable Key key;
    private final Set<SubjectDigest> digests;

    private OptOuts(SubjectDigest.@Nullable Key key, Set<SubjectDigest> digests) {
        this.key = key;
        this.digests = digests;
    }

    /**
     * A register that could be read.
     *
     * @param key the register's key
     * @param digests one for each name of a person that opted out
     * @return the opt-outs
     */
    public static OptOuts of(SubjectDigest.Key key, Collection<SubjectDigest> digests) {
        return new OptOuts(key, Set.copyOf(digests));
    }

    /**
     * Whether a person opted out. Takes the digest of the name, so that it is asked once a reading, however many recipients there are.
     *
     * @param kind what kind of name it is: the field that holds it, for example {@code plate}
     * @param name the name, as the reading has it
     * @return true if so, or if nobody knows
     */
    public boolean has(String kind, String name) {
        return key == null || !digests.isEmpty() && digests.contains(key.digest(kind, name));
    }

    /**
     * How many names are in the register.
     *
     * @return 0 or more; 0 if nobody knows
     */
    public int size() {
        return digests.size();
    }
}
