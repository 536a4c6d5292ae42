package sluice.broker.core.plan.operator;

/** {@code keep}: the value as it is. Any type; the label stays. DPV: none, this is no minimisation. */
final class Keep implements OperatorKind {
    @Override
    public String name() {
        return "keep";
    }

    @Override
    public Fit fit(Value value, String argument) {
        return argument.isEmpty()
                ? new Fit.Fits(value.type(), value.label(), (from, i, to, j) -> to.copy(from, i, j))
                : new Fit.Unfit("`keep` takes no argument, got `" + argument + "`");
    }
}
