package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The reader of class files against the JDK's own, against another reader, and against noise. */
final class ClassFileTest {
    private static final long SEED = 20180413;
    private static final int MUTANTS = 60_000;

    /** Six thousand class files that somebody else wrote: all are read, and locks are found where ASM finds them. */
    @Test
    void reads_every_class_of_the_jdks_base_as_asm_does() throws IOException {
        List<Path> files = base();
        assertThat(files).hasSizeGreaterThan(5_000);
        List<String> differing = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (locks(bytes) != asmFindsLock(bytes)) {
                differing.add(file.toString());
            }
        }
        assertThat(differing).isEmpty();
    }

    private static boolean locks(byte[] bytes) {
        try {
            return ClassFile.read(bytes).methods().stream().anyMatch(ClassFile.Member::locks);
        } catch (Malformed e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static boolean asmFindsLock(byte[] bytes) {
        boolean[] found = new boolean[1];
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitInsn(int opcode) {
                                        found[0] |= opcode == Opcodes.MONITORENTER;
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        return found[0];
    }

    /** No exception, and no time: a guest's author chooses every byte. */
    @Test
    void survives_damaged_class_files() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> originals = originals();
        ClassScan scan = new ClassScan(AllowList.current(), name -> true);
        long start = processor();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(originals.get(random.nextInt(originals.size())), random);
            refused += scan.faults(mutant).isEmpty() ? 0 : 1;
        }
        Duration each = Duration.ofNanos(processor() - start).dividedBy(MUTANTS);
        assertThat(refused).isGreaterThan(MUTANTS / 4);
        assertThat(each).isLessThan(Duration.ofMillis(2));
    }

    /** This thread's alone, so that a busy machine makes nothing longer. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void survives_every_truncation_and_noise() throws IOException {
        ClassScan scan = new ClassScan(AllowList.current(), name -> true);
        byte[] original = originals().get(0);
        for (int length = 0; length < original.length; length++) {
            byte[] shorter = Arrays.copyOf(original, length);
            assertThat(scan.faults(shorter)).extracting(Fault::rule).containsExactly("malformed-class");
        }
        Random random = new Random(SEED);
        byte[] noise = new byte[4_096];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(noise);
            System.arraycopy(original, 0, noise, 0, random.nextInt(200));
            assertThatCode(() -> scan.faults(noise)).doesNotThrowAnyException();
        }
    }

    @Test
    void refuses_a_giant_unread() {
        byte[] giant = new byte[ClassScan.LARGEST + 1];
        assertThat(new ClassScan(AllowList.current(), name -> true).faults(giant))
                .extracting(Fault::rule)
                .containsExactly("too-large");
    }

    /** A few bytes are other than they were, one field of a table is another's, or a part is missing. */
    private static byte[] mutant(byte[] original, Random random) {
        byte[] mutant = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(mutant.length);
            mutant[at] = (byte) (random.nextBoolean() ? random.nextInt() : mutant[random.nextInt(mutant.length)]);
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
    }

    private static List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (Path file : base()) {
            String name = file.toString();
            if (name.contains("/java/time/") && Files.size(file) < 12_000) {
                originals.add(Files.readAllBytes(file));
            }
        }
        return originals;
    }

    private static List<Path> base() throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");
        try (Stream<Path> files = Files.walk(base)) {
            return files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
                    .sorted()
                    .toList();
        }
    }
}
