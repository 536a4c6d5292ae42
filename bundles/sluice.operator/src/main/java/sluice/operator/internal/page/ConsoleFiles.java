package sluice.operator.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What the pages of the console have in common: how they are asked, and their script and style. */
final class ConsoleFiles {
    private static final String PLUGIN_ROOT = "felix.webconsole.pluginRoot";

    private ConsoleFiles() {}

    /** Where the page stands, as the console says. */
    static String root(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(PLUGIN_ROOT));
    }

    /** What is asked for: the last part of the address. */
    static String name(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Answers script and style; false if something else is asked for. */
    static boolean send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (name(request)) {
            case "flows.css" -> send(response, "text/css", resource("flows.css"));
            case "flows.js" -> send(response, "text/javascript", resource("flows.js"));
            default -> {
                return false;
            }
        }
        return true;
    }

    static void send(HttpServletResponse response, String mediaType, String body) throws IOException {
        response.setContentType(mediaType + "; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses a method. */
    static void refuse(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** The bar above a page that renews itself. */
    static void bar(Html html) {
        html.open("div", "class", "bar").leaf("button", "Pause", "type", "button", "id", "sluice-pause");
        html.leaf("span", "", "id", "sluice-age").close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = ConsoleFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("the bundle lacks `" + name + "`");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
