package sluice.broker.core.plan.operator.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code class-of: {class: [form, ...], ..., otherwise: class}}: which kind of identifier a text is, by its {@link Form}, and nothing of
 * which one: {@code {passenger: [AAAA999], commercial: [AA99999], otherwise: other}}.
 *
 * <p>Label: DIRECT, INDIRECT and PSEUDONYMOUS become DEIDENTIFIED if the smallest class, {@code otherwise} apart, has at least as many
 * possible values as the catalogue's {@code deidentifiedAt} asks for: 26 a letter, 10 a digit, 36 either, summed over the forms of the
 * class, which may not overlap. How many of them are in use nobody can compute; that the catalogue's number allows for it. The source is
 * the house's own decision on labels, there is no published one.
 */
final class ClassOf implements OperatorKind {
    private record Kind(String name, List<Form> forms) {
        double values() {
            return forms.stream().mapToDouble(Form::values).sum();
        }
    }

    @Override
    public String name() {
        return "class-of";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DERIVE, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                Groups.parse(argument)
                        .flatMap(groups -> kinds(groups).map(kinds -> value -> fit(value, kinds, groups.otherwise()))),
                "`class-of` takes `{CLASS: [FORM, ...], ..., otherwise: CLASS}` with forms such as `AAA 999` that do not overlap",
                argument);
    }

    private static Optional<List<Kind>> kinds(Groups groups) {
        List<Kind> kinds = new ArrayList<>();
        List<Form> all = new ArrayList<>();
        groups.members().forEach((name, texts) -> {
            List<Form> forms =
                    texts.stream().flatMap(text -> Form.parse(text).stream()).toList();
            kinds.add(new Kind(name, forms));
            all.addAll(forms);
        });
        long written = groups.members().values().stream().mapToLong(List::size).sum();
        return all.size() == written && areApart(all) ? Optional.of(kinds) : Optional.empty();
    }

    private static boolean areApart(List<Form> forms) {
        for (int i = 0; i < forms.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (forms.get(i).overlaps(forms.get(k))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Fit fit(Value value, List<Kind> kinds, String otherwise) {
        if (value.type() != ValueType.TEXT) {
            return new Fit.Unfit("`class-of` takes a text, got " + value.type());
        }
        double smallest = kinds.stream().mapToDouble(Kind::values).min().orElse(0);
        return new Fit.Fits(
                ValueType.TEXT,
                value.classedBy(smallest),
                (from, i, to, j) ->
                        to.setObject(j, classOf((String) requireNonNull(from.getObject(i)), kinds, otherwise)));
    }

    private static String classOf(String text, List<Kind> kinds, String otherwise) {
        for (Kind kind : kinds) {
            for (Form form : kind.forms) {
                if (form.fits(text)) {
                    return kind.name;
                }
            }
        }
        return otherwise;
    }
}
