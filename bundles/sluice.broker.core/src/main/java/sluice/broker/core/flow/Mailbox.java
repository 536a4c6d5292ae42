package sluice.broker.core.flow;

/** A recipient's queue, as the line sees it. */
public interface Mailbox {
    /**
     * Puts a delivery into the queue; never blocks. Over the queue's limit its oldest delivery is lost and counted.
     *
     * @param delivery what to deliver
     */
    void offer(Delivery delivery);
}
