package sluice.broker.core.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Policy;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.Screens;
import sluice.broker.core.port.FlowKey;

/**
 * What the screens of each flow remember, for as long as its policy holds records back in the same words: a recipient that comes back, or a
 * policy file that changes elsewhere, does not start a rate anew. One memory for all sources of a flow. Not safe for several threads.
 */
final class KeptScreens {
    private final Map<FlowKey, Kept> kept = new HashMap<>();

    private record Kept(List<Policy.Step> steps, Screens screens) {}

    Screens of(FlowKey flow, Ruling ruling) {
        if (!(ruling instanceof Ruling.Permitted permitted) || permitted.held().isEmpty()) {
            return Screens.NONE;
        }
        List<Policy.Step> steps = permitted.policy().records();
        Screens fresh = Screens.of(permitted, salt(flow));
        Kept before = kept.get(flow);
        Screens now = before != null && before.steps.equals(steps) ? fresh.remembering(before.screens) : fresh;
        kept.put(flow, new Kept(steps, now));
        return now;
    }

    /** FNV-1a over the flow's names: not secret, only another one for each flow. */
    private static long salt(FlowKey flow) {
        long hash = 0xcbf29ce484222325L;
        String names = flow.stream() + '\n' + flow.purpose() + '\n' + flow.recipient();
        for (int i = 0; i < names.length(); i++) {
            hash = (hash ^ names.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
