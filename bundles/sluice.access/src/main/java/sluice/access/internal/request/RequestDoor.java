package sluice.access.internal.request;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.Preprocessor;
import org.osgi.service.metatype.annotations.Designate;
import sluice.access.internal.Tally;

/** Stands before every servlet and page: refuses what comes from elsewhere, and tells browsers what our pages may do. */
@Component(
        name = "sluice.access",
        service = {Preprocessor.class, RequestDoor.class},
        immediate = true)
@Designate(ocd = RequestConfig.class)
public final class RequestDoor implements Preprocessor {
    private final Verdict verdict;
    private final Tally tally = new Tally(Verdict.CROSS_SITE, Verdict.FOREIGN_HOST, Verdict.BAD_METHOD);

    /**
     * The door.
     *
     * @param config the configuration
     */
    @Activate
    public RequestDoor(RequestConfig config) {
        this.verdict = new Verdict(Stream.of(config.hosts())
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * How many requests were refused.
     *
     * @return by code
     */
    public Map<String, Long> counts() {
        return tally.counts();
    }

    @Override
    public void init(FilterConfig config) {
        // Its configuration is this component's.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer) {
            SecurityHeaders.add(asked, answer);
            Optional<String> code = verdict.refusal(asked.getMethod(), asked.getRequestURI(), asked::getHeader);
            if (code.isPresent()) {
                refuse(answer, code.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletResponse answer, String code) throws IOException {
        tally.add(code);
        answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
        answer.setContentType("application/problem+json");
        answer.getWriter().println("{\"status\":403,\"code\":\"" + code + "\"}");
    }

    @Override
    public void destroy() {
        // It holds nothing.
    }
}
