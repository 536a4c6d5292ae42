package sluice.metrics.internal;

import java.io.IOException;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.metrics.internal.PartHealth.Level;

/** Serves health at {@code /health}: 200, or 503 while a part is critical. */
@SuppressWarnings("serial") // a servlet is serialisable by inheritance only
@Component(
        name = "sluice.health",
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.name=sluice.health", "osgi.http.whiteboard.servlet.pattern=/health"})
public final class HealthServlet extends HttpServlet {
    private final Physician physician;

    /**
     * A page.
     *
     * @param platform whose health is shown
     */
    @Activate
    public HealthServlet(@Reference Platform platform) {
        physician = new Physician(platform);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Answer.refuses(request, response)) {
            answer(physician.all()).send(request, response);
        }
    }

    static Answer answer(List<PartHealth> parts) {
        boolean isCritical = HealthPage.worst(parts) == Level.CRITICAL;
        int status = isCritical ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK;
        return new Answer(status, "application/json; charset=utf-8", HealthPage.toJson(parts));
    }
}
