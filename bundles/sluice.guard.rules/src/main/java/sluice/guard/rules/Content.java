package sluice.guard.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an entry is, by its first bytes and not by its name. */
final class Content {
    private static final String CLASS = "\u00ca\u00fe\u00ba\u00be";
    private static final String END_OF_ZIP = "PK\u0005\u0006";
    private static final int TAR_MARK = 257;

    /** First bytes to the rule that they break; in Latin-1, a character a byte. */
    private static final Map<String, String> MARKS = marks();

    private Content() {}

    private static Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        for (String archive : List.of(
                "PK\u0003\u0004",
                "PK\u0005\u0006",
                "PK\u0007\u0008",
                "\u001f\u008b",
                "BZh",
                "\u00fd7zXZ",
                "7z\u00bc\u00af",
                "Rar!",
                "!<arch>",
                "JM\u0001",
                "\u00ca\u00fe\u00d0\r",
                "\u00da\u00da\u00fe\u00ca",
                "(\u00b5/\u00fd")) {
            marks.put(archive, "nested-archive");
        }
        for (String code : List.of(
                "\u007fELF",
                "MZ",
                "\u00fe\u00ed\u00fa\u00ce",
                "\u00fe\u00ed\u00fa\u00cf",
                "\u00ce\u00fa\u00ed\u00fe",
                "\u00cf\u00fa\u00ed\u00fe",
                "\u0000asm",
                "dex\n")) {
            marks.put(code, "native-library");
        }
        marks.put(CLASS, "hidden-class");
        marks.put("\u00ac\u00ed\u0000\u0005", "serialised-object");
        return marks;
    }

    static boolean isClass(byte[] content) {
        return startsWith(content, CLASS);
    }

    /** Whether somebody reads it as a description of components or of their configuration. */
    static boolean isDescription(String name) {
        return name.startsWith("OSGI-INF/") && name.endsWith(".xml");
    }

    /** The class that a class file holds, with slashes; what can not be read is named so. */
    static String nameOf(byte[] classFile) {
        try {
            return ClassFile.read(classFile).name();
        } catch (Malformed e) {
            return "?";
        }
    }

    static List<Fault> faults(String name, byte[] content) {
        if (name.endsWith("/")) {
            return content.length == 0
                    ? List.of()
                    : List.of(new Fault(name, "a folder with content", "entry-name", ""));
        }
        if (name.endsWith(".class")) {
            return List.of(new Fault(name, "no class file", "malformed-class", ""));
        }
        for (Map.Entry<String, String> mark : MARKS.entrySet()) {
            if (startsWith(content, mark.getKey())) {
                return List.of(new Fault(name, "by its first bytes", mark.getValue(), "a plain resource"));
            }
        }
        boolean isArchive = isTar(content) || new String(content, ISO_8859_1).contains(END_OF_ZIP);
        return isArchive ? List.of(new Fault(name, "by its content", "nested-archive", "a plain resource")) : List.of();
    }

    private static boolean isTar(byte[] content) {
        return content.length > TAR_MARK + 5 && new String(content, TAR_MARK, 5, ISO_8859_1).equals("ustar");
    }

    private static boolean startsWith(byte[] content, String mark) {
        return content.length >= mark.length() && new String(content, 0, mark.length(), ISO_8859_1).equals(mark);
    }
}
