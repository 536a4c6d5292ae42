package sluice.transport.http.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Intake;

/** {@code POST /ingest/{device}}: the HTTP side of the webhook. Neither it nor anything below it logs a path, which may hold a secret. */
@Component(
        name = "sluice.transport.http",
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sluice.transport.http",
            "osgi.http.whiteboard.servlet.pattern=/ingest/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
@Designate(ocd = Config.class)
public final class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MAX_MEDIA_TYPE = 100;

    private final transient Settings settings;
    private final transient InstantSource clock;
    private final transient Webhook webhook;
    private final transient WaitingRoom room;

    /**
     * The webhook of a running intake.
     *
     * @param devices who may post, and their secrets
     * @param intake where messages go
     * @param config limits
     */
    @Activate
    public WebhookServlet(@Reference Devices devices, @Reference Intake intake, Config config) {
        this(devices, intake, Settings.of(config), InstantSource.system());
    }

    WebhookServlet(Devices devices, Intake intake, Settings settings, InstantSource clock) {
        RateLimit rate = new RateLimit(settings.ratePerSecond(), settings.burst(), System::nanoTime);
        this.settings = settings;
        this.clock = clock;
        this.webhook = new Webhook(devices, intake, rate, settings.maxBytes());
        this.room = new WaitingRoom(intake, settings.maxWaiting());
    }

    /** What still waits is answered with 503. */
    @Deactivate
    public void stop() {
        room.close();
    }

    // Not doPost: the inherited answers to other methods show what was asked, TRACE the secret itself.
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Head head = Head.of(request);
        Optional<Answer> refusal = webhook.refusal(head);
        if (refusal.isPresent()) {
            refusal.get().writeTo(response);
            return;
        }
        Optional<WaitingRoom.Place> place = room.enter(head.device());
        if (place.isEmpty()) {
            webhook.count(Reason.RATE_LIMITED);
            Answer.BUSY.writeTo(response);
            return;
        }
        begin(request, response, place.get(), head.device());
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, WaitingRoom.Place place, String device)
            throws IOException {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(settings.timeout().toMillis());
        Exchange.Origin origin = new Exchange.Origin(device, mediaType(request), settings.maxBytes(), clock);
        new Exchange(context, webhook, place, origin).begin();
    }

    private static String mediaType(HttpServletRequest request) {
        String mediaType = Objects.requireNonNullElse(request.getContentType(), "");
        return mediaType.length() <= MAX_MEDIA_TYPE ? mediaType : "";
    }
}
