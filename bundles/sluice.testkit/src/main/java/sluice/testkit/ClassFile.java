package sluice.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names in a class file's constant pool (JVMS 4.4): which classes it mentions, and which members of them. */
final class ClassFile {
    private static final int MAGIC = 0xcafebabe;

    private final Object[] pool;

    private ClassFile(Object[] pool) {
        this.pool = pool;
    }

    /** A reference to other entries of the pool; the second is 0 if there is only one. */
    private record Entry(int tag, int first, int second) {}

    static ClassFile read(InputStream bytes) throws IOException {
        DataInputStream in = new DataInputStream(bytes);
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt();
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            pool[i] = entry(tag, in);
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
        return new ClassFile(pool);
    }

    private static Object entry(int tag, DataInputStream in) throws IOException {
        return switch (tag) {
            case 1 -> in.readUTF();
            case 3, 4 -> in.readInt();
            case 5, 6 -> in.readLong();
            case 7, 8, 16, 19, 20 -> new Entry(tag, in.readUnsignedShort(), 0);
            case 15 -> new Entry(tag, in.readUnsignedByte(), in.readUnsignedShort());
            case 9, 10, 11, 12, 17, 18 -> new Entry(tag, in.readUnsignedShort(), in.readUnsignedShort());
            default -> throw new IOException("unknown constant " + tag);
        };
    }

    /** Classes, as {@code java.util.List}; arrays by their element class. */
    Set<String> classes() {
        Set<String> classes = new LinkedHashSet<>();
        for (Object constant : pool) {
            if (constant instanceof Entry entry && entry.tag() == 7) {
                classes.add(className(text(entry.first())));
            }
        }
        return classes;
    }

    /** Fields and methods, as {@code java.lang.String.format(Ljava/lang/String;...)}. */
    Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        for (Object constant : pool) {
            if (constant instanceof Entry entry && entry.tag() >= 9 && entry.tag() <= 11) {
                Entry owner = (Entry) pool[entry.first()];
                Entry member = (Entry) pool[entry.second()];
                members.add(className(text(owner.first())) + "." + text(member.first()) + text(member.second()));
            }
        }
        return members;
    }

    private String text(int index) {
        return (String) pool[index];
    }

    private static String className(String internal) {
        String element = internal.startsWith("[") ? internal.replaceFirst("^\\[+", "") : internal;
        boolean isDescriptor = !element.equals(internal) && element.endsWith(";");
        return (isDescriptor ? element.substring(1, element.length() - 1) : element).replace('/', '.');
    }
}
