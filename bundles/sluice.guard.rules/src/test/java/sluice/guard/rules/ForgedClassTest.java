package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What no Java compiler writes. */
final class ForgedClassTest {
    private static final String LOOKUP = "Ljava/lang/invoke/MethodHandles$Lookup;";

    /** Own classes named like the JDK's would make every name an own one: the JVM never looks for them in the jar. */
    @Test
    void a_class_in_the_jar_does_not_make_a_type_of_the_jdk_its_own() {
        byte[] caller =
                Compiler.one("hostile.A", "package hostile; class A { Object f() { return Runtime.getRuntime(); } }");
        assertThat(new ClassScan(AllowList.current(), name -> true).faults(caller))
                .extracting(Fault::rule)
                .contains("type-not-allowed");
    }

    /** A name with dots is none; compared with the list it would be another one. */
    @Test
    void a_type_whose_name_is_spelt_otherwise_is_refused() {
        byte[] forged = method("hostile/A", 61, code -> code.visitTypeInsn(Opcodes.NEW, "java.lang.Runtime"));
        assertThat(new ClassScan(AllowList.current(), name -> true).faults(forged))
                .extracting(Fault::rule)
                .containsExactly("malformed-class");
    }

    @Test
    void a_class_in_a_package_that_comes_from_elsewhere_is_refused() {
        for (String name : List.of(
                "java/lang/Evil",
                "javax/Evil",
                "org/apache/karaf/jaas/boot/Evil",
                "sluice/driver/spi/Evil",
                "sluice/guard/agent/Gate")) {
            assertThat(rules(method(name, 61, writer -> {}))).as(name).contains("foreign-package");
        }
    }

    @Test
    void versions_that_the_jvm_treats_otherwise_are_refused() {
        assertThat(rules(method("hostile/A", 50, writer -> {}))).containsExactly("class-version");
        assertThat(rules(method("hostile/A", 62, writer -> {}))).containsExactly("class-version");
        assertThat(rules(method("hostile/A", 61 | 0xffff << 16, writer -> {}))).containsExactly("class-version");
        assertThat(rules(method("hostile/A", 51, writer -> {}))).isEmpty();
    }

    @Test
    void dynamic_constants_are_refused() {
        Handle bootstrap = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/ConstantBootstraps",
                "nullConstant",
                "(" + LOOKUP + "Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
                false);
        assertThat(rules(method(
                        "hostile/A",
                        61,
                        code -> code.visitLdcInsn(new ConstantDynamic("x", "Ljava/lang/String;", bootstrap)))))
                .contains("bootstrap");
    }

    @Test
    void a_call_is_linked_by_what_javac_writes_and_by_nothing_else() {
        Handle own = new Handle(
                Opcodes.H_INVOKESTATIC,
                "hostile/A",
                "link",
                "(" + LOOKUP + "Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
                false);
        assertThat(rules(method("hostile/A", 61, code -> code.visitInvokeDynamicInsn("f", "()V", own))))
                .contains("bootstrap");
    }

    /** A lambda is a class too: its interface has to be one that a guest may implement, and so has each marker. */
    @Test
    void a_lambda_of_an_interface_that_is_not_open_is_refused() {
        Handle body = new Handle(Opcodes.H_INVOKESTATIC, "hostile/A", "f", "()V", false);
        Handle plain = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/LambdaMetafactory",
                "metafactory",
                "(" + LOOKUP
                        + "Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;",
                false);
        Handle marked = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/LambdaMetafactory",
                "altMetafactory",
                "(" + LOOKUP
                        + "Ljava/lang/String;Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
                false);
        Type nothing = Type.getMethodType("()V");
        assertThat(rules(method(
                        "hostile/A",
                        61,
                        code -> code.visitInvokeDynamicInsn(
                                "run", "()Ljava/time/temporal/TemporalUnit;", plain, nothing, body, nothing))))
                .containsExactly("not-extendable");
        assertThat(rules(method(
                        "hostile/A",
                        61,
                        code -> code.visitInvokeDynamicInsn(
                                "run",
                                "()Ljava/lang/Runnable;",
                                marked,
                                nothing,
                                body,
                                nothing,
                                2,
                                1,
                                Type.getObjectType("java/time/temporal/TemporalField")))))
                .containsExactly("not-extendable");
    }

    /** Every way to name a member of an array leads to Object. */
    @Test
    void arrays_have_members_too() {
        assertThat(rules(method(
                        "hostile/A",
                        61,
                        code -> code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "[I", "notify", "()V", false))))
                .containsExactly("member-denied");
        assertThat(rules(method(
                        "hostile/A",
                        61,
                        code -> code.visitMethodInsn(
                                Opcodes.INVOKEVIRTUAL, "[I", "clone", "()Ljava/lang/Object;", false))))
                .isEmpty();
    }

    @Test
    void a_handle_to_a_denied_member_is_found_where_it_is_passed_on() {
        Handle intern =
                new Handle(Opcodes.H_INVOKEVIRTUAL, "java/lang/String", "intern", "()Ljava/lang/String;", false);
        assertThat(rules(method("hostile/A", 61, code -> code.visitLdcInsn(intern))))
                .containsExactly("member-denied");
    }

    @Test
    void a_lock_behind_switches_of_any_alignment_is_found() {
        for (int padding = 0; padding < 4; padding++) {
            int nops = padding;
            byte[] locking = method("hostile/A", 61, code -> {
                for (int i = 0; i < nops; i++) {
                    code.visitInsn(Opcodes.NOP);
                }
                org.objectweb.asm.Label end = new org.objectweb.asm.Label();
                code.visitInsn(Opcodes.ICONST_0);
                code.visitTableSwitchInsn(0, 2, end, end, end, end);
                code.visitInsn(Opcodes.ICONST_0);
                code.visitLookupSwitchInsn(end, new int[] {0, 7}, new org.objectweb.asm.Label[] {end, end});
                code.visitLabel(end);
                code.visitIincInsn(300, 1000);
                code.visitInsn(Opcodes.MONITORENTER);
            });
            assertThat(rules(locking)).as("padding %d", padding).containsExactly("lock");
        }
    }

    private interface Body {
        void write(MethodVisitor code);
    }

    /** A class with one method; nobody verifies it, because nobody loads it. */
    private static byte[] method(String name, int version, Body body) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "f", "()V", null, null);
        code.visitCode();
        body.write(code);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(4, 400);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static List<String> rules(byte[] classFile) {
        return new ClassScan(AllowList.current(), "hostile.A"::equals)
                .faults(classFile).stream().map(Fault::rule).distinct().toList();
    }
}
