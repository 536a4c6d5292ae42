package sluice.operator.internal.page;

import java.io.IOException;
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
            ConsoleFiles.refuse(response, "GET");
            return;
        }
        if (ConsoleFiles.send(request, response)) {
            return;
        }
        switch (ConsoleFiles.name(request)) {
            case "flows.live" -> ConsoleFiles.send(response, "text/html", live());
            case "sluice-flows" -> response.getWriter().print(page(ConsoleFiles.root(request)));
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
        ConsoleFiles.bar(html);
        html.open("div", "id", "sluice-live");
        new LivePart(platform, html).write();
        html.close()
                .leaf("script", "", "src", root + "/flows.js", "defer", "defer")
                .close();
        return html.toString();
    }
}
