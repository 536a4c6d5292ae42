package sluice.benchmarks.decide;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Record classes that no compiler has seen before, each in a class loader of its own, as each driver's are. */
final class GeneratedRecords {
    private static final String RECORD = "java/lang/Record";

    private GeneratedRecords() {}

    /** A record class of these components, in order. */
    static Class<? extends Record> define(String name, Map<String, Class<?>> components) {
        byte[] code = write("generated/" + name, components);
        return new ClassLoader(GeneratedRecords.class.getClassLoader()) {
            Class<? extends Record> define() {
                return defineClass("generated." + name, code, 0, code.length).asSubclass(Record.class);
            }
        }.define();
    }

    private static byte[] write(String name, Map<String, Class<?>> components) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL, name, null, RECORD, null);
        StringBuilder parameters = new StringBuilder("(");
        components.forEach((component, type) -> {
            String descriptor = Type.getDescriptor(type);
            writer.visitRecordComponent(component, descriptor, null).visitEnd();
            writer.visitField(ACC_PRIVATE | ACC_FINAL, component, descriptor, null, null)
                    .visitEnd();
            parameters.append(descriptor);
        });
        MethodVisitor constructor =
                writer.visitMethod(ACC_PUBLIC, "<init>", parameters.append(")V").toString(), null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, RECORD, "<init>", "()V", false);
        int slot = 1;
        for (Map.Entry<String, Class<?>> component : components.entrySet()) {
            Type type = Type.getType(component.getValue());
            constructor.visitVarInsn(ALOAD, 0);
            constructor.visitVarInsn(type.getOpcode(ILOAD), slot);
            constructor.visitFieldInsn(PUTFIELD, name, component.getKey(), type.getDescriptor());
            slot += type.getSize();
        }
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
