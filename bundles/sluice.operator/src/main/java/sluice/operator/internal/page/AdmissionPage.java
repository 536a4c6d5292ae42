package sluice.operator.internal.page;

import java.io.IOException;
import java.security.SecureRandom;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.guard.Admission;
import sluice.operator.internal.Platform;

/**
 * The page "Admission" of the web console: who waits to be let in, who was refused and why, whose signature is accepted. A GET changes
 * nothing; a POST does what one button says, if it comes from a form of this page.
 */
@SuppressWarnings("serial") // a servlet is serialisable by inheritance only
@Component(
        name = "sluice.operator.admission",
        service = Servlet.class,
        property = {
            "felix.webconsole.label=sluice-admission",
            "felix.webconsole.title=Admission",
            "felix.webconsole.category=Sluice",
            "felix.webconsole.css=/sluice-admission/flows.css"
        })
public final class AdmissionPage extends HttpServlet {
    /** What was answered to the last button, shown once. */
    private static final String ANSWER = "sluice.admission.answer";

    private static final int SEE_OTHER = 303;

    private final Platform platform;
    private final FormToken token;

    /**
     * A page.
     *
     * @param platform what it shows
     */
    @Activate
    public AdmissionPage(@Reference Platform platform) {
        this.platform = platform;
        this.token = new FormToken(new SecureRandom());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "GET" -> show(request, response);
            case "POST" -> act(request, response);
            default -> ConsoleFiles.refuse(response, "GET, POST");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ConsoleFiles.send(request, response)) {
            return;
        }
        switch (ConsoleFiles.name(request)) {
            case "admission.live" -> ConsoleFiles.send(response, "text/html", live(request));
            case "sluice-admission" -> response.getWriter().print(page(request));
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void act(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!token.isIn(request)) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "this form is not of this session; open the page anew");
            return;
        }
        Admission admission = platform.admission();
        String answer = admission == null
                ? "the guard does not run"
                : new AdmissionAction(admission).act(request, SignedIn.name(request));
        request.getSession(true).setAttribute(ANSWER, answer);
        // to be fetched by a GET, so that loading the page again does not press the button again
        response.setHeader("Location", ConsoleFiles.root(request));
        response.setStatus(SEE_OTHER);
    }

    private String live(HttpServletRequest request) {
        Html html = new Html();
        section(request, html).write(platform.admission());
        return html.toString();
    }

    private String page(HttpServletRequest request) {
        String root = ConsoleFiles.root(request);
        Html html = new Html();
        html.open("div", "id", "sluice-admission", "class", "sluice", "data-source", root + "/admission.live");
        ConsoleFiles.bar(html);
        String answer = answer(request.getSession(true));
        html.leaf("p", answer, "class", answer.isEmpty() ? "" : "answer", "role", "alert");
        html.open("div", "id", "sluice-live");
        AdmissionSection section = section(request, html);
        section.write(platform.admission());
        html.close();
        section.writeVendorForm();
        html.leaf("script", "", "src", root + "/flows.js", "defer", "defer").close();
        return html.toString();
    }

    private AdmissionSection section(HttpServletRequest request, Html html) {
        return new AdmissionSection(html, new Forms(html, ConsoleFiles.root(request), token.of(request)));
    }

    private static String answer(HttpSession session) {
        Object answer = session.getAttribute(ANSWER);
        session.removeAttribute(ANSWER);
        return answer instanceof String text ? text : "";
    }
}
