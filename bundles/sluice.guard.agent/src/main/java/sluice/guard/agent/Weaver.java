package sluice.guard.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a question before the first instruction of each choke point: {@code Checkpoint.enter(number)}. Nothing else changes, and the question
 * does not branch, so that a class that is already loaded can be woven as well.
 */
final class Weaver implements ClassFileTransformer {
    private static final String CHECKPOINT = "sluice/guard/agent/Checkpoint";
    private static final String EXTENSIONS = "org/apache/felix/framework/ExtensionManager";

    private final ChokePoints points;
    private final boolean extensions;
    private final AtomicInteger woven = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * A weaver.
     *
     * @param points what of the JDK to weave; may be none
     * @param extensions whether to weave where the framework takes its extension bundles in
     */
    Weaver(ChokePoints points, boolean extensions) {
        this.points = points;
        this.extensions = extensions;
    }

    /** How many methods were woven. */
    int woven() {
        return woven.get();
    }

    /** How many classes could not be woven; they run as they are. */
    int failures() {
        return failures.get();
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (name == null || !concerns(loader, name)) {
            return null;
        }
        try {
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Questions(writer, name), 0);
            return writer.toByteArray();
        } catch (Throwable e) { // the platform has to go on
            failures.incrementAndGet();
            return null;
        }
    }

    @SuppressWarnings("ReferenceEquality") // loaders have no other equality
    private boolean concerns(@Nullable ClassLoader loader, String name) {
        if (loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || loader == ClassLoader.getSystemClassLoader()) {
            return points.has(name) || (extensions && name.equals(EXTENSIONS));
        }
        return extensions && name.equals(EXTENSIONS);
    }

    private final class Questions extends ClassVisitor {
        private final String type;

        Questions(ClassVisitor next, String type) {
            super(Opcodes.ASM9, next);
            this.type = type;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (type.equals(EXTENSIONS)) {
                return name.equals("addExtensionBundle") ? new AskAboutExtension(next) : next;
            }
            int number = points.of(type, name, descriptor);
            return number < 0 ? next : new Ask(next, number);
        }
    }

    private final class Ask extends MethodVisitor {
        private final int number;

        Ask(MethodVisitor next, int number) {
            super(Opcodes.ASM9, next);
            this.number = number;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitIntInsn(Opcodes.SIPUSH, number);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "enter", "(I)V", false);
            woven.incrementAndGet();
        }
    }

    private static final class AskAboutExtension extends MethodVisitor {
        AskAboutExtension(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, 1);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "extension", "(Ljava/lang/Object;)V", false);
        }
    }
}
