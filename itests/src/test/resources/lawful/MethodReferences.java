package lawful;

import java.util.ArrayList;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

public final class MethodReferences {
    public static volatile String result;

    public MethodReferences() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Supplier<ArrayList<String>> make = ArrayList::new;
        ToIntFunction<String> length = String::length;
        return make.get().isEmpty() && length.applyAsInt("four") == 4;
    }
}
