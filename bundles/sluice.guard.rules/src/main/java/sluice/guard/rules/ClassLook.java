package sluice.guard.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One class, while it is looked at. */
final class ClassLook {
    /** Before, the JVM may fall back to its old verifier. */
    private static final int OLDEST_VERSION = 51;

    private static final int NEWEST_VERSION = 61;
    private static final int MOST_FAULTS = 100;
    private static final int INVOKE_STATIC = 6;

    /** Of an array whose elements all guests could name: its class is one object for all of them. */
    static final int MOST_DIMENSIONS = 3;

    private final AllowList list;
    private final Predicate<String> isOwn;
    private final ClassFile file;
    private final Pool pool;
    private final String where;
    private final Set<Fault> faults = new LinkedHashSet<>();

    /** Own classes are asked for with slashes. */
    ClassLook(AllowList list, Predicate<String> isOwn, ClassFile file) {
        this.list = list;
        this.isOwn = isOwn;
        this.file = file;
        this.pool = file.pool();
        this.where = file.name().replace('/', '.');
    }

    List<Fault> faults() throws Malformed {
        shape();
        ancestors();
        for (int i = 1; i < pool.size() && faults.size() < MOST_FAULTS; i++) {
            constant(i);
        }
        for (ClassFile.Bootstrap bootstrap : file.bootstraps()) {
            bootstrap(bootstrap);
        }
        List<Fault> all = new ArrayList<>(faults);
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST_FAULTS)));
    }

    private void shape() throws Malformed {
        if (file.major() < OLDEST_VERSION || file.major() > NEWEST_VERSION || file.minor() != 0) {
            fault("version " + file.major() + "." + file.minor(), "class-version", "--release 17, without previews");
        }
        if ((file.flags() & ClassFile.MODULE) != 0) {
            fault("a module's description", "malformed-class", "a bundle without one");
        }
        if (ClassScan.isForeign(file.name(), list)) {
            fault(where, "foreign-package", "a package of your own");
        }
        for (ClassFile.Member field : file.fields()) {
            types(field.descriptor());
        }
        for (ClassFile.Member method : file.methods()) {
            method(method);
        }
    }

    private void method(ClassFile.Member method) throws Malformed {
        String shown = where + '.' + method.name() + "()";
        types(method.descriptor());
        if ((method.flags() & ClassFile.NATIVE) != 0) {
            fault(shown, "native-method", "Java");
        }
        if (method.name().equals("finalize") && method.descriptor().equals("()V")) {
            fault(shown, "finalizer", "nothing: the platform closes what it owns");
        }
        if (method.locks()) {
            fault(shown, "lock", "no lock: one thread runs a guest's code; a synchronized method is fine");
        }
    }

    private void ancestors() {
        if (!file.superName().isEmpty()) {
            extendable(file.superName());
        }
        file.interfaces().forEach(this::extendable);
    }

    private void extendable(String type) {
        if (!list.isOpen(type) && !isOwn.test(type)) {
            fault("extends " + type.replace('/', '.'), "not-extendable", list.instead(type));
        }
    }

    private void constant(int i) throws Malformed {
        switch (pool.tag(i)) {
            case Pool.CLASS -> named(pool.className(i));
            case Pool.FIELD, Pool.METHOD, Pool.INTERFACE_METHOD -> member(i);
            case Pool.METHOD_TYPE -> types(pool.text(pool.first(i)));
            case Pool.METHOD_HANDLE -> pool.expectMember(pool.second(i));
            case Pool.INVOKE_DYNAMIC -> {
                types(pool.descriptor(pool.second(i)));
                linked(i);
            }
            case Pool.DYNAMIC -> fault("a dynamic constant", "bootstrap", "code that computes it");
            case Pool.MODULE, Pool.PACKAGE -> fault("a module's constant", "malformed-class", "");
            default -> {}
        }
    }

    private void named(String type) throws Malformed {
        if (type.startsWith("[")) {
            types(type);
            if (type.lastIndexOf('[') >= MOST_DIMENSIONS && !isOwnArray(type)) {
                fault(
                        type.replace('/', '.'),
                        "type-not-allowed",
                        "an array of at most three dimensions, or of your own type");
            }
        } else if (!list.isNamed(type) && !isOwn.test(type)) {
            notAllowed(type);
        }
    }

    private boolean isOwnArray(String type) throws Malformed {
        List<String> elements = Descriptor.classes(type);
        return !elements.isEmpty() && isOwn.test(elements.get(0));
    }

    /** Every type of a descriptor. */
    private void types(String descriptor) throws Malformed {
        for (String type : Descriptor.classes(descriptor)) {
            if (!list.isAllowed(type) && !isOwn.test(type)) {
                notAllowed(type);
            }
        }
    }

    private void member(int i) throws Malformed {
        String owner = pool.className(pool.first(i));
        String name = pool.name(pool.second(i));
        String descriptor = pool.descriptor(pool.second(i));
        if (list.isBootstrap(owner + '.' + name + descriptor)) {
            return;
        }
        types(descriptor);
        String parameters = Descriptor.parameters(descriptor);
        String declared = owner.startsWith("[") ? "java/lang/Object" : owner;
        Optional<AllowList.Denial> denial = list.inherited(name, parameters);
        if (denial.isEmpty()) {
            denial = list.member(declared, name, parameters);
        }
        if (denial.isPresent()) {
            AllowList.Denial no = denial.get();
            fault(Descriptor.shown(owner, name, parameters), no.rule(), no.instead());
        }
    }

    private void linked(int call) throws Malformed {
        int index = pool.first(call);
        if (index >= file.bootstraps().size()) {
            throw new Malformed("a call that nothing links");
        }
        ClassFile.Bootstrap bootstrap = file.bootstraps().get(index);
        if (!method(bootstrap).startsWith("java/lang/invoke/LambdaMetafactory.")) {
            return;
        }
        extendable(Descriptor.result(pool.descriptor(pool.second(call))));
        for (int argument : bootstrap.arguments()) {
            if (argument < pool.size() && pool.tag(argument) == Pool.CLASS) {
                extendable(pool.className(argument));
            }
        }
    }

    private void bootstrap(ClassFile.Bootstrap bootstrap) throws Malformed {
        String method = method(bootstrap);
        if (pool.first(bootstrap.handle()) != INVOKE_STATIC || !list.isBootstrap(method)) {
            fault(method.replace('/', '.'), "bootstrap", "what javac writes for Java 17");
        }
    }

    private String method(ClassFile.Bootstrap bootstrap) throws Malformed {
        pool.expect(bootstrap.handle(), Pool.METHOD_HANDLE);
        int member = pool.second(bootstrap.handle());
        pool.expectMember(member);
        int type = pool.second(member);
        return pool.className(pool.first(member)) + '.' + pool.name(type) + pool.descriptor(type);
    }

    private void notAllowed(String type) {
        fault(type.replace('/', '.'), "type-not-allowed", list.instead(type));
    }

    private void fault(String what, String rule, String instead) {
        faults.add(new Fault(where, what, rule, instead));
    }
}
