package sluice.guard.rules;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a class keeps to an allow-list. Looks at the class file only: at each constant through which code can reach a type or a member, at
 * what the class extends, at what links its dynamic calls, and for locks at its instructions.
 *
 * <p>A member may be inherited from a class that another file declares. So the members that no guest may inherit are refused by their name,
 * whatever class they are named through; a guest's own method of such a name has to be called something else.
 */
public final class ClassScan {
    /** Larger class files are refused unread; the largest of the JDK has 170 KB. */
    static final int LARGEST = 1 << 20;

    /** A guest's own class can not be in a package that does not come from its jar, whatever lies in the jar. */
    private static final List<String> FOREIGN =
            List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "org/osgi/", "org/apache/karaf/", "sluice/guard/");

    private final AllowList list;
    private final Predicate<String> isOwnClass;

    /**
     * A scan of one guest's classes.
     *
     * @param list what is allowed beside the guest's own classes
     * @param isOwnClass whether a class, named with dots, lies in the guest's own jar
     */
    public ClassScan(AllowList list, Predicate<String> isOwnClass) {
        this.list = list;
        this.isOwnClass = isOwnClass;
    }

    /**
     * What in a class is not allowed.
     *
     * @param classFile whatever it is
     * @return in the order of the class file; at most 100; empty if the class may load
     */
    public List<Fault> faults(byte[] classFile) {
        if (classFile.length > LARGEST) {
            return List.of(
                    new Fault("class", classFile.length + " bytes", "too-large", "at most " + LARGEST + " bytes"));
        }
        try {
            return new ClassLook(list, this::isOwn, ClassFile.read(classFile)).faults();
        } catch (Malformed e) {
            return List.of(new Fault("class", String.valueOf(e.getMessage()), "malformed-class", ""));
        }
    }

    /** Whether a class of this name, with slashes, could be the guest's own. */
    static boolean isForeign(String type, AllowList list) {
        for (String foreign : FOREIGN) {
            if (type.startsWith(foreign)) {
                return true;
            }
        }
        return list.isApi(type);
    }

    private boolean isOwn(String type) {
        return !isForeign(type, list) && isOwnClass.test(type.replace('/', '.'));
    }
}
