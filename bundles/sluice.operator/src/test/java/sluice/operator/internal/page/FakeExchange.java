package sluice.operator.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** One request and what was answered. Knows the few methods that a page needs; any other fails the test. */
final class FakeExchange {
    final Map<String, String> headers = new TreeMap<>();
    int status;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(bytes, true, StandardCharsets.UTF_8);
    private FakeSession session = new FakeSession();
    private Map<String, String> form = Map.of();
    private final String method;
    private final String path;

    FakeExchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    FakeExchange in(FakeSession operators) {
        session = operators;
        return this;
    }

    FakeExchange with(Map<String, String> fields) {
        form = fields;
        return this;
    }

    String body() {
        writer.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getAttribute" -> path.replaceAll("(/sluice-[a-z]+)/.*", "$1"); // the console tells a page its address
            case "getSession" -> session.session();
            case "getParameter" -> form.get((String) arguments[0]);
            case "getRemoteUser" -> "jo";
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::respond);
    }

    private Object respond(String name, Object[] arguments) {
        switch (name) {
            case "sendError", "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "getOutputStream" -> {
                return stream();
            }
            case "getWriter" -> {
                return writer;
            }
            default -> throw new UnsupportedOperationException(name);
        }
        return this; // these return nothing, and a proxy then ignores it
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("setWriteListener");
            }
        };
    }

    private static <T> T proxy(Class<T> type, Call call) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, called, arguments) -> call.of(called.getName(), arguments == null ? new Object[0] : arguments));
        return type.cast(proxy);
    }

    private interface Call {
        @Nullable
        Object of(String name, Object[] arguments);
    }
}
