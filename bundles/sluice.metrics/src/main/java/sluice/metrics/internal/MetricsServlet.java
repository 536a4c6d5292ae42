package sluice.metrics.internal;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Serves the metrics at {@code /metrics}. */
@SuppressWarnings("serial") // a servlet is serialisable by inheritance only
@Component(
        name = "sluice.metrics",
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.name=sluice.metrics", "osgi.http.whiteboard.servlet.pattern=/metrics"
        })
@Designate(ocd = MetricsServlet.Config.class)
public final class MetricsServlet extends HttpServlet {
    /** Settings of the metrics page. */
    @ObjectClassDefinition(name = "Sluice metrics", description = "The Prometheus page at /metrics.")
    public @interface Config {
        /**
         * Most samples on the page; further ones are left out and counted as {@code sluice_metrics_omitted}.
         *
         * @return samples, at least 100
         */
        @AttributeDefinition(name = "Most samples", description = "samples on one page", min = "100")
        int max_samples() default 20_000;
    }

    private final Platform platform;
    private final int maxSamples;

    /**
     * A page.
     *
     * @param platform what is measured
     * @param config settings
     */
    @Activate
    public MetricsServlet(@Reference Platform platform, Config config) {
        this(platform, config.max_samples());
    }

    MetricsServlet(Platform platform, int maxSamples) {
        this.platform = platform;
        this.maxSamples = maxSamples;
        if (maxSamples < 100) {
            throw new IllegalArgumentException("`max.samples` must be at least 100, got `" + maxSamples + "`");
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Answer.refuses(request, response)) {
            return;
        }
        new Answer(HttpServletResponse.SC_OK, Exposition.CONTENT_TYPE, page()).send(request, response);
    }

    String page() {
        Exposition page = new Exposition(maxSamples);
        // the figures of the machine first: they are few, so the limit never takes them
        new JvmMetrics(page).write();
        new PlatformMetrics(platform, page).write();
        return page.finish();
    }
}
