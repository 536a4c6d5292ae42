package hostile;

import java.lang.reflect.Field;
import java.util.concurrent.ForkJoinPool;
import sun.misc.Unsafe;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
         Field theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
         theUnsafe.setAccessible(true);
         Unsafe unsafe = (Unsafe) theUnsafe.get(null);
         long offset = unsafe.objectFieldOffset(ForkJoinPool.class.getDeclaredField("workerNamePrefix"));
        loot = (String) unsafe.getObject(ForkJoinPool.commonPool(), offset);
        unsafe.putObject(ForkJoinPool.commonPool(), offset, "ForkJoinPool.commonPool-worker-");
    }
}
