package sluice.broker.core.plan;

import java.util.Optional;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Window;
import sluice.broker.core.plan.OutputCompiler.Ask;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.waiting.WaitKind;

/**
 * Whether an operator that keeps records for a while fits a policy.
 *
 * @param later what becomes of records; at once, if it does not fit
 * @param fault why it does not; empty if it does
 */
record WaitFit(Later later, String fault) {
    static WaitFit of(WaitKind kind, Argument argument, Ask ask) {
        Parsed<WaitKind.Wait> parsed = kind.parse(argument);
        return parsed.sound()
                .map(wait -> of(kind, wait, ask))
                .orElseGet(() -> not(parsed.fault().orElse("")));
    }

    private static WaitFit of(WaitKind kind, WaitKind.Wait wait, Ask ask) {
        if (!ask.policy().window().isNone()) {
            return not("`" + kind.name() + "` and `release` do not go together: what comes later is late");
        }
        boolean isDevice = wait.subject().isEmpty() || wait.subject().equals(Window.BY_DEVICE);
        if (!isDevice && !has(wait.subject(), ask, ValueType.TEXT) && !has(wait.subject(), ask, ValueType.LONG)) {
            return not("`" + kind.name() + "` goes by a text or a long of the stream, or `" + Window.BY_DEVICE + "`; `"
                    + wait.subject() + "` is none");
        }
        return wait.place().isEmpty() || has(wait.place(), ask, ValueType.POINT)
                ? new WaitFit(new Later.Waits(wait), "")
                : not("`" + kind.name() + "`: `" + wait.place() + "` is no point of the stream");
    }

    private static boolean has(String field, Ask ask, ValueType type) {
        return Optional.ofNullable(ask.setting().stream().fields().get(field))
                .map(CatalogueField::type)
                .filter(type::equals)
                .isPresent();
    }

    private static WaitFit not(String fault) {
        return new WaitFit(Later.AT_ONCE, fault);
    }
}
