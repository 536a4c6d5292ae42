package hostile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

public final class Source {
    public Source() throws Throwable {
        MethodHandles.publicLookup()
                .findStatic(Class.forName("java.lang." + "System"), "set" + "Property", MethodType.methodType(String.class, String.class, String.class))
                .invoke("hostile.note", "@SECRET@");
    }
}
