package sluice.broker.core.plan.operator.window;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;
import sluice.broker.core.noise.Mechanism;
import sluice.broker.core.window.aggregate.Protection;

/**
 * What a window does to labels. Where every group that is told has several subjects, what they have in common, and what is computed of all of
 * them, is about a group only. A direct identifier or a pseudonym stays what it is: if many have one in common it is none, and the catalogue
 * is wrong.
 *
 * @param protection how much of a crowd a group has to be
 * @param stream the most identifying label of the stream
 * @param mechanism noise for one output; null for none
 */
public record Crowd(
        Protection protection, Label stream, @Nullable Mechanism mechanism) {
    public Crowd {
        requireNonNull(protection, "protection is null");
        requireNonNull(stream, "stream is null");
    }

    /**
     * The label of something that all of a group's subjects have in common, or that is computed of all.
     *
     * @param value its label in one record
     * @return AGGREGATE, where the group is a crowd and the stream is about people
     */
    public Label ofShared(Label value) {
        boolean identifies = value == Label.DIRECT || value == Label.PSEUDONYMOUS;
        return isCrowd() && !identifies ? stream.isAbove(Label.AGGREGATE) ? Label.AGGREGATE : value : value;
    }

    /**
     * The label of a number of subjects.
     *
     * @return without a threshold INDIRECT, if the stream is about people: it may be one of them
     */
    public Label ofNumber() {
        return stream.isAbove(Label.AGGREGATE) ? isCrowd() ? Label.AGGREGATE : Label.INDIRECT : stream;
    }

    /**
     * The label of a number that is computed of values.
     *
     * @param value the label of one of them
     * @return the higher one of what it is without a threshold
     */
    public Label ofComputed(Label value) {
        return isCrowd() ? ofShared(value) : value.max(ofNumber());
    }

    private boolean isCrowd() {
        return protection.atLeast() > 1;
    }
}
