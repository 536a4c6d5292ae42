package sluice.broker.core.plan.operator.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Argument;

/**
 * Groups with their members, as a policy writes them: {@code {light: [car, van], heavy: [truck], otherwise: heavy}}.
 *
 * @param members group to members; at least one each, none twice
 * @param otherwise what everything else becomes: one of the groups, or a word of its own
 */
record Groups(Map<String, List<String>> members, String otherwise) {
    private static final String OTHERWISE = "otherwise";

    static Optional<Groups> parse(Argument argument) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        argument.entries().forEach((group, list) -> members.put(group, list.words()));
        members.remove(OTHERWISE);
        List<String> all = members.values().stream().flatMap(List::stream).toList();
        boolean isSound = !members.isEmpty()
                && members.values().stream().noneMatch(List::isEmpty)
                && all.stream().distinct().count() == all.size();
        return isSound
                ? argument.at(OTHERWISE).word().map(otherwise -> new Groups(members, otherwise))
                : Optional.empty();
    }
}
