package sluice.guard.agent;

import java.io.IOException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import sluice.guard.agent.Origin.Kind;

/** Knows of each class loader whose classes it defines. Decided once, at its first class; what could not be decided is asked again. */
final class Origins {
    private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();
    private static final String WEB_CLASSES = "WEB-INF/classes/";
    private static final @Nullable Class<?> ACCESSORS = classOfAccessorLoaders();

    private final Contents contents;
    private final Predicate<String> trusted;
    private final WeakTable<ClassLoader, Origin> known = new WeakTable<>();
    private volatile boolean sawGuest;

    Origins(Contents contents, Predicate<String> trusted) {
        this.contents = contents;
        this.trusted = trusted;
    }

    /** Whether any loader is a guest's: until then, nobody has to be asked at a choke point. */
    boolean sawGuest() {
        return sawGuest;
    }

    /** Whose classes a loader defines; null is the JVM's own. */
    @SuppressWarnings("ReferenceEquality") // loaders have no other equality
    Origin of(@Nullable ClassLoader loader) {
        if (loader == null || loader == SYSTEM || loader == SYSTEM.getParent()) {
            return Origin.PLATFORM;
        }
        Origin origin = known.get(loader);
        if (origin == null) {
            origin = decide(loader);
            known.put(loader, origin);
        }
        return origin;
    }

    /** Whether a loader is known to be a guest's. Decides nothing, because it is asked in the middle of anything. */
    boolean isKnownGuest(@Nullable ClassLoader loader) {
        if (loader == null) {
            return false;
        }
        Origin origin = known.get(loader);
        return origin != null && origin.isGuest();
    }

    /** Whether it is the framework's loader of a bundle; then what can not be decided about it is refused. */
    boolean isBundleLoader(@Nullable ClassLoader loader) {
        return loader != null && contents.isBundleLoader(loader);
    }

    private Origin decide(ClassLoader loader) {
        Origin origin = loader.getClass() == ACCESSORS ? Origin.PLATFORM : decideByLineage(loader);
        if (origin.isGuest()) {
            sawGuest = true;
        }
        return origin;
    }

    private Origin decideByLineage(ClassLoader loader) {
        if (of(loader.getClass().getClassLoader()).isGuest()) {
            return Origin.OFFSPRING;
        }
        if (contents.isBundleLoader(loader)) {
            return decideBundle(loader);
        }
        return of(loader.getParent()).isGuest() ? Origin.OFFSPRING : Origin.PLATFORM;
    }

    private Origin decideBundle(ClassLoader loader) {
        Optional<Content> content = contents.content(contents.revisionOf(loader));
        if (content.isEmpty() || !trusted.test(content.get().digest())) {
            return guest(content.orElse(null));
        }
        for (Object fragment : contents.fragmentsOf(loader)) {
            if (!isTrusted(fragment)) {
                return new Origin(Kind.MIXED, content.get(), classes(content.get(), true));
            }
        }
        return new Origin(Kind.PLATFORM, content.get(), Set.of());
    }

    static Origin guest(@Nullable Content content) {
        return new Origin(Kind.GUEST, content, content == null ? Set.of() : classes(content, false));
    }

    /** Whether a revision's content is on a trust list. */
    boolean isTrusted(Object revision) {
        Optional<Content> content = contents.content(revision);
        return content.isPresent() && trusted.test(content.get().digest());
    }

    private static Set<String> classes(Content content, boolean nested) {
        Set<String> classes = new HashSet<>();
        try (ZipFile zip = new ZipFile(content.file().toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                add(classes, entry.getName());
                if (nested && entry.getName().endsWith(".jar")) {
                    addNested(classes, new ZipInputStream(zip.getInputStream(entry)));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Set.of();
        }
        return Set.copyOf(classes);
    }

    private static void addNested(Set<String> classes, ZipInputStream in) throws IOException {
        try (in) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                add(classes, entry.getName());
            }
        }
    }

    private static void add(Set<String> classes, String entry) {
        if (entry.endsWith(".class")) {
            int start = entry.startsWith(WEB_CLASSES) ? WEB_CLASSES.length() : 0;
            classes.add(
                    entry.substring(start, entry.length() - ".class".length()).replace('/', '.'));
        }
    }

    /** JDK 21 and before define the accessors of reflection in loaders of this class; later ones make them hidden classes. */
    private static @Nullable Class<?> classOfAccessorLoaders() {
        try {
            return Class.forName("jdk.internal.reflect.DelegatingClassLoader", false, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
