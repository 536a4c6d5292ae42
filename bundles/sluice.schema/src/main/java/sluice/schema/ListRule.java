package sluice.schema;

import sluice.yaml.YamlKind;
import sluice.yaml.YamlValue;

/**
 * Demands on a list: {@code items}, {@code minItems}, {@code maxItems}.
 *
 * @param items on each element
 * @param counted on their number
 */
record ListRule(Rule items, Counted counted) implements Rule {
    @Override
    public boolean check(YamlValue value, boolean say) {
        if (value.kind() != YamlKind.LIST) {
            return true;
        }
        boolean isSound = counted.check(value.items().size(), value, say);
        for (YamlValue item : value.items()) {
            isSound &= items.check(item, say);
        }
        return isSound;
    }
}
