package sluice.itests.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/** An exception and its causes in one line. */
final class Causes {
    private Causes() {}

    static String of(Throwable e) {
        List<String> chain = new ArrayList<>();
        for (@Nullable Throwable cause = e; cause != null && chain.size() < 8; cause = cause.getCause()) {
            String type = cause instanceof BundleException bundle ? "#" + bundle.getType() : "";
            chain.add(cause.getClass().getName() + type + ": " + cause.getMessage());
        }
        return String.join(" <- ", chain).replaceAll("\\s+", " ");
    }
}
