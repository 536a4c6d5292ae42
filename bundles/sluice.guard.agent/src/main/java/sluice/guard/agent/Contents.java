package sluice.guard.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a class loader of Felix 7 to the jar that its classes come from. Nothing is asked of the framework: its fields are read, so that no lock
 * is taken and no code of a bundle runs while a class loads.
 */
final class Contents {
    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
    private static final String JAR = "org.apache.felix.framework.cache.JarContent";

    private final FieldOf wiring = new FieldOf("m_wiring");
    private final FieldOf revision = new FieldOf("m_revision");
    private final FieldOf fragments = new FieldOf("m_fragments");
    private final FieldOf content = new FieldOf("m_content");
    private final FieldOf file = new FieldOf("m_file");
    private final FieldOf revisions = new FieldOf("m_revisions");
    private final WeakTable<Object, Content> known = new WeakTable<>();

    /** Whether it is the framework's loader of a bundle. Whose class {@code LOADER} is, the caller has to ask. */
    boolean isBundleLoader(ClassLoader loader) {
        return loader.getClass().getName().equals(LOADER);
    }

    /** The revision whose classes a bundle's loader defines. */
    Object revisionOf(ClassLoader loader) {
        return required(revision.read(required(wiring.read(loader))));
    }

    /** The fragments that were attached when the bundle was resolved. */
    List<?> fragmentsOf(ClassLoader loader) {
        Object attached = fragments.read(required(wiring.read(loader)));
        return attached instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** The latest revision of a bundle. */
    Object latestRevisionOf(Object bundle) {
        return ((List<?>) required(revisions.read(bundle))).get(0);
    }

    /** The jar of a revision; empty for the system bundle, a folder, or a connected module. */
    Optional<Path> file(Object revision) {
        Object value = content.read(revision);
        if (value == null || !value.getClass().getName().equals(JAR)) {
            return Optional.empty();
        }
        return file.read(value) instanceof File jar ? Optional.of(jar.toPath()) : Optional.empty();
    }

    /** The jar with its digest, read once for each revision; empty where {@link #file} is, or if it can not be read, or changed since. */
    Optional<Content> content(Object revision) {
        Optional<Path> jar = file(revision);
        Content found = known.get(revision);
        if (found == null || (jar.isPresent() && !found.file().equals(jar.get()))) {
            found = jar.isPresent() ? read(jar.get()) : null;
            if (found != null) {
                known.put(revision, found);
            }
        }
        return found == null || found.changed() ? Optional.empty() : Optional.of(found);
    }

    private static @Nullable Content read(Path jar) {
        try {
            return Content.read(jar);
        } catch (IOException e) {
            return null;
        }
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("the framework's object is not complete");
        }
        return value;
    }
}
