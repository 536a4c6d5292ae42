package sluice.guard.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What a class file (JVMS 4) says, as far as the rules look at it. Reading it executes nothing and believes nothing: lengths are checked, and
 * what is not understood is {@link Malformed}.
 *
 * @param pool its constants
 * @param major version of the format, 61 for Java 17
 * @param minor 0, unless the class needs a preview
 * @param flags access flags
 * @param name with slashes
 * @param superName with slashes; empty for {@code java/lang/Object}, and for a module
 * @param interfaces with slashes
 * @param fields declared here
 * @param methods declared here
 * @param bootstraps by which dynamic constants and calls are linked
 */
record ClassFile(
        Pool pool,
        int major,
        int minor,
        int flags,
        String name,
        String superName,
        List<String> interfaces,
        List<Member> fields,
        List<Member> methods,
        List<Bootstrap> bootstraps) {
    private static final int MAGIC = 0xcafebabe;
    static final int NATIVE = 0x0100;
    static final int MODULE = 0x8000;

    /** A field or method; {@code locks} if an instruction of it locks an object. */
    record Member(int flags, String name, String descriptor, boolean locks) {}

    /** A bootstrap method: the index of its handle, and of its static arguments. */
    record Bootstrap(int handle, List<Integer> arguments) {}

    static ClassFile read(byte[] classFile) throws Malformed {
        Bytes in = new Bytes(classFile);
        if (in.s4() != MAGIC) {
            throw new Malformed("no class file");
        }
        int minor = in.u2();
        int major = in.u2();
        Pool pool = Pool.read(in);
        int flags = in.u2();
        String name = pool.className(in.u2());
        int superClass = in.u2();
        String superName = superClass == 0 ? "" : pool.className(superClass);
        List<String> interfaces = interfaces(in, pool);
        List<Member> fields = members(in, pool);
        List<Member> methods = members(in, pool);
        List<Bootstrap> bootstraps = bootstraps(in, pool);
        if (in.hasMore()) {
            throw new Malformed("something behind its end");
        }
        return new ClassFile(pool, major, minor, flags, name, superName, interfaces, fields, methods, bootstraps);
    }

    private static List<String> interfaces(Bytes in, Pool pool) throws Malformed {
        int count = in.u2();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(pool.className(in.u2()));
        }
        return names;
    }

    private static List<Member> members(Bytes in, Pool pool) throws Malformed {
        int count = in.u2();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int flags = in.u2();
            String name = pool.text(in.u2());
            members.add(new Member(flags, name, pool.text(in.u2()), locks(in, pool)));
        }
        return members;
    }

    private static boolean locks(Bytes in, Pool pool) throws Malformed {
        boolean locks = false;
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            String attribute = pool.text(in.u2());
            Bytes content = in.part(in.s4());
            if (attribute.equals("Code")) {
                content.skip(4);
                locks |= Code.locks(content.part(content.s4()));
            }
        }
        return locks;
    }

    private static List<Bootstrap> bootstraps(Bytes in, Pool pool) throws Malformed {
        List<Bootstrap> bootstraps = new ArrayList<>();
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            String attribute = pool.text(in.u2());
            Bytes content = in.part(in.s4());
            if (attribute.equals("BootstrapMethods")) {
                if (!bootstraps.isEmpty()) {
                    throw new Malformed("two tables of bootstrap methods");
                }
                readBootstraps(content, bootstraps);
            }
        }
        return bootstraps;
    }

    private static void readBootstraps(Bytes in, List<Bootstrap> bootstraps) throws Malformed {
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            int handle = in.u2();
            int length = in.u2();
            List<Integer> arguments = new ArrayList<>();
            for (int j = 0; j < length; j++) {
                arguments.add(in.u2());
            }
            bootstraps.add(new Bootstrap(handle, arguments));
        }
    }
}
