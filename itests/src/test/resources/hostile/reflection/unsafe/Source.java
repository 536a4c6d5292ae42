package hostile;

import java.lang.reflect.Field;
import java.util.concurrent.ForkJoinPool;
import sun.misc.Unsafe;

public final class Source {
    public Source() throws Exception {
         Field theUnsafe = Unsafe.class.getDeclaredField("theUnsafe");
         theUnsafe.setAccessible(true);
         Unsafe unsafe = (Unsafe) theUnsafe.get(null);
         long offset = unsafe.objectFieldOffset(ForkJoinPool.class.getDeclaredField("workerNamePrefix"));
        unsafe.putObject(ForkJoinPool.commonPool(), offset, "@SECRET@");
    }
}
