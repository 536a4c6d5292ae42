package hostile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Throwable {
        loot = (String) MethodHandles.publicLookup()
                .findStatic(Class.forName("java.lang." + "System"), "clear" + "Property", MethodType.methodType(String.class, String.class))
                .invoke("hostile.note");
    }
}
