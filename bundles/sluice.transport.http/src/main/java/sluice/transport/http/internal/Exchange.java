package sluice.transport.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletResponse;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;

/**
 * One message on its way in: its body is read as it comes, without a thread that waits, then it is handed in, and it is answered once: at
 * its commit point, or when its time is up. One time limit covers all of it, so a sender that trickles gains nothing.
 */
final class Exchange implements ReadListener, AsyncListener {
    private static final int CHUNK = 8 * 1024;

    private final AsyncContext context;
    private final ServletInputStream in;
    private final Webhook webhook;
    private final WaitingRoom.Place place;
    private final Origin origin;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private final AtomicBoolean isHandedIn = new AtomicBoolean();

    /**
     * Whose message it is and what bounds it.
     *
     * @param device the device that was authenticated
     * @param mediaType what the sender called the format, or empty
     * @param maxBytes longest body
     * @param clock the platform's
     */
    record Origin(String device, String mediaType, int maxBytes, InstantSource clock) {}

    Exchange(AsyncContext context, Webhook webhook, WaitingRoom.Place place, Origin origin) throws IOException {
        this.context = context;
        this.in = context.getRequest().getInputStream();
        this.webhook = webhook;
        this.place = place;
        this.origin = origin;
    }

    void begin() {
        context.addListener(this);
        in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (!isAnswered.get() && in.isReady()) {
            int length = in.read(chunk);
            if (length < 0) {
                return;
            }
            body.write(chunk, 0, Math.min(length, origin.maxBytes() + 1 - body.size()));
            if (body.size() > origin.maxBytes()) {
                refuse(Reason.OVERSIZED, Answer.OVERSIZED);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (isAnswered.get()) {
            return;
        }
        isHandedIn.set(true);
        Inbound message = new Inbound(
                Webhook.TRANSPORT,
                origin.device(),
                body.toByteArray(),
                origin.clock().instant(),
                origin.mediaType(),
                false);
        place.handIn(message, () -> !isAnswered.get(), outcome -> answer(Answer.of(outcome)));
    }

    /** The sender broke off. */
    @Override
    public void onError(Throwable cause) {
        refuse(Reason.TRUNCATED, Answer.TOO_SLOW);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        if (isHandedIn.get()) {
            answer(Answer.NOT_COMMITTED);
        } else {
            refuse(Reason.TRUNCATED, Answer.TOO_SLOW);
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        answer(Answer.NOT_COMMITTED);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        isAnswered.set(true); // by us, or by a container that stops
        leaveUnlessHandedIn();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never started again
    }

    private synchronized void refuse(Reason reason, Answer answer) {
        if (!isAnswered.get()) {
            webhook.count(reason);
            answer(answer);
        }
    }

    // Synchronized, so that a time-out that comes while the answer is being written waits for it; the container would
    // write its own.
    private synchronized void answer(Answer answer) {
        if (!isAnswered.compareAndSet(false, true)) {
            return;
        }
        leaveUnlessHandedIn();
        try {
            answer.writeTo((HttpServletResponse) context.getResponse());
            context.complete();
        } catch (IOException gone) {
            context.complete();
        } catch (IllegalStateException stopped) {
            // the container has given it up; nobody is there to be told
        }
    }

    private void leaveUnlessHandedIn() {
        if (!isHandedIn.get()) {
            place.leave();
        }
    }
}
