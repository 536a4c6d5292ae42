package sluice.broker.core.flow;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.BrokerView.Sight;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;

/** Who is told anything that is made from one field, or would be if it asked, and who is refused. */
final class WhoCanSee {
    /** What is told by a record's coming at all. */
    private static final String PRESENCE = "(whether a record comes)";

    private final PolicySet policies;
    private final Rules rules;
    private final Collection<Subscriber> subscribers;

    WhoCanSee(PolicySet policies, Rules rules, Collection<Subscriber> subscribers) {
        this.policies = policies;
        this.rules = rules;
        this.subscribers = subscribers;
    }

    /** Sorted by recipient, purpose and output. */
    List<Sight> of(String stream, String field) {
        List<Sight> sights = new ArrayList<>();
        for (Policy policy : policies.policies()) {
            if (policy.stream().equals(stream) && tells(policy, field)) {
                sights.addAll(told(policy, field));
            }
        }
        subscribers.forEach(subscriber -> refused(subscriber, stream).ifPresent(sights::add));
        sights.sort(Comparator.comparing((Sight sight) -> sight.flow().recipient())
                .thenComparing(sight -> sight.flow().purpose())
                .thenComparing(Sight::output));
        return sights;
    }

    private static boolean tells(Policy policy, String field) {
        return policy.releases().stream().anyMatch(release -> isMadeOf(release, field))
                || policy.records().stream().anyMatch(step -> asksOf(step, field))
                || policy.conditions().stream().anyMatch(condition -> asksOf(condition, field));
    }

    /** Also made of it: what counts from it, as {@code relative-time: {since: field}}. */
    private static boolean isMadeOf(Policy.Release release, String field) {
        return release.field().equals(field)
                || release.steps().stream()
                        .anyMatch(step -> step.argument().at("since").word().equals(Optional.of(field)));
    }

    private static boolean asksOf(Policy.Step step, String field) {
        return step.operator().equals("filter") && step.argument().entries().containsKey(field);
    }

    private static boolean asksOf(PolicyCondition condition, String field) {
        return condition instanceof PolicyCondition.InZone zone && zone.field().equals(field)
                || condition instanceof PolicyCondition.NotOptedOut subject
                        && subject.field().equals(field);
    }

    private List<Sight> told(Policy policy, String field) {
        FlowKey flow = new FlowKey(policy.stream(), policy.purpose(), policy.recipient());
        Shape all = rules.releasedTo(flow);
        Ruling ruling = rules.decide(new Request(flow, Label.NONPERSONAL, all));
        List<Sight> sights = new ArrayList<>();
        for (PolicyCondition condition : policy.conditions()) {
            if (asksOf(condition, field)) {
                sights.add(sight(flow, policy, PRESENCE, condition.toString(), ruling));
            }
        }
        for (Policy.Step step : policy.records()) {
            if (asksOf(step, field)) {
                sights.add(sight(flow, policy, PRESENCE, step.toString(), ruling));
            }
        }
        for (Policy.Release release : policy.releases()) {
            if (isMadeOf(release, field)) {
                String made = String.join(
                        ", then ",
                        release.steps().stream().map(Policy.Step::toString).toList());
                sights.add(sight(flow, policy, release.output(), made, ruling));
            }
        }
        return sights;
    }

    private Sight sight(FlowKey flow, Policy policy, String output, String made, Ruling ruling) {
        String rule = "policy `" + policy.name() + "` " + policy.where();
        if (ruling instanceof Ruling.Denied denied) {
            return new Sight(flow, output, made, "", rule, denied.reason().code(), denied.why(), "");
        }
        String label = label((Ruling.Permitted) ruling, output, rules.releasedTo(flow));
        String only = policy.conditions().isEmpty()
                ? ""
                : "; only if "
                        + policy.conditions().stream()
                                .map(PolicyCondition::toString)
                                .collect(joining(" and "));
        return new Sight(flow, output, made, label, rule, Ledger.PERMITTED, asks(flow, output) + only, notice(policy));
    }

    /** The versions of the purpose's notice, and the sign at the sensor. */
    private String notice(Policy policy) {
        List<String> told = new ArrayList<>();
        if (policies.purposes().get(policy.purpose()) instanceof Purpose.Lawful purpose) {
            told.addAll(purpose.collectedUnder());
        }
        CatalogueStream stream = policies.catalogue().get(policy.stream());
        if (stream != null && !stream.notice().isEmpty()) {
            told.add("told where they are sensed: " + stream.notice());
        }
        return String.join("; ", told);
    }

    private static String label(Ruling.Permitted permitted, String output, Shape all) {
        int index = all.indexOf(output);
        return index == Shape.NOWHERE
                ? permitted.label().name()
                : permitted.outputs().get(index).label().name();
    }

    private String asks(FlowKey flow, String output) {
        Optional<Shape> asked = subscribers.stream()
                .filter(one -> one.recipient().equals(flow.recipient())
                        && one.purpose().equals(flow.purpose())
                        && one.needs().containsKey(flow.stream()))
                .map(one -> shapeOf(flow, one.needs().get(flow.stream())))
                .findFirst();
        if (asked.isEmpty()) {
            return "is not here, or does not ask";
        }
        boolean isAsked = output.equals(PRESENCE)
                || asked.get().components().stream().map(Component::name).anyMatch(output::equals);
        return isAsked ? "is here and is told" : "is here and does not ask for it";
    }

    /** Of the alternatives that an application comes with, the one that it gets. */
    private Shape shapeOf(FlowKey flow, Binding.To to) {
        return rules.decide(request(flow, to)) instanceof Ruling.Permitted permitted
                ? permitted.observation()
                : to.alternatives().get(0);
    }

    private static Request request(FlowKey flow, Binding.To to) {
        return new Request(flow, Label.NONPERSONAL, Set.of(), to.alternatives());
    }

    /** Somebody who asks for the stream and is told nothing of it. */
    private Optional<Sight> refused(Subscriber subscriber, String stream) {
        Binding.To to = subscriber.needs().get(stream);
        if (to == null) {
            return Optional.empty();
        }
        FlowKey flow = new FlowKey(stream, subscriber.purpose(), subscriber.recipient());
        return rules.decide(request(flow, to)) instanceof Ruling.Denied denied
                ? Optional.of(new Sight(flow, "", "", "", "", denied.reason().code(), denied.why(), ""))
                : Optional.empty();
    }
}
