package sluice.operator.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.operator.internal.Platform;

/**
 * The page "Flows" of the web console, which finds it by its properties and has asked who the operator is. Answers GET only: there is
 * nothing to change here.
 */
@SuppressWarnings("serial") // a servlet is serialisable by inheritance only
@Component(
        name = "sluice.operator.flows",
        service = Servlet.class,
        property = {
            "felix.webconsole.label=sluice-flows",
            "felix.webconsole.title=Flows",
            "felix.webconsole.category=Sluice",
            "felix.webconsole.css=/sluice-flows/flows.css"
        })
public final class FlowsPage extends HttpServlet {
    private static final String PLUGIN_ROOT = "felix.webconsole.pluginRoot";

    private final Platform platform;

    /**
     * A page.
     *
     * @param platform what it shows
     */
    @Activate
    public FlowsPage(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getRequestURI();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "flows.css" -> send(response, "text/css", resource("flows.css"));
            case "flows.js" -> send(response, "text/javascript", resource("flows.js"));
            case "flows.live" -> send(response, "text/html", live());
            case "sluice-flows" -> response.getWriter().print(page(String.valueOf(request.getAttribute(PLUGIN_ROOT))));
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    String live() {
        Html html = new Html();
        new LivePart(platform, html).write();
        return html.toString();
    }

    String page(String root) {
        Html html = new Html();
        html.open("div", "id", "sluice-flows", "class", "sluice", "data-source", root + "/flows.live");
        html.open("div", "class", "bar").leaf("button", "Pause", "type", "button", "id", "sluice-pause");
        html.leaf("span", "", "id", "sluice-age").close();
        html.open("div", "id", "sluice-live");
        new LivePart(platform, html).write();
        html.close()
                .leaf("script", "", "src", root + "/flows.js", "defer", "defer")
                .close();
        return html.toString();
    }

    private static void send(HttpServletResponse response, String mediaType, String body) throws IOException {
        response.setContentType(mediaType + "; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = FlowsPage.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("the bundle lacks `" + name + "`");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
