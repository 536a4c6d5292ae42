package sluice.broker.core.plan.operator.place;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.driver.spi.Point;

/**
 * {@code geohash: length}: the geohash of the point, 1 to 12 characters; gives a text. Longitude and latitude are halved in turns, five
 * halvings a character (G. Niemeyer, geohash.org, 2008; alphabet without a, i, l, o). A point on a line belongs to the cell north and east
 * of it; latitude 90 and longitude 180 to the last cell before them.
 *
 * <p>Cells of a geohash get narrower towards the poles. So that no cell is narrower than the label says, the hash is shortened where its
 * cell would be narrower than one of the asked length is at {@link GeohashCells#REFERENCE_LATITUDE} degrees.
 *
 * <p>Label: of a generalisation by the smaller side of that cell, in metres. ISO/IEC 20889 generalisation.
 */
final class Geohash implements OperatorKind {
    private static final int LONGEST = 12;

    @Override
    public String name() {
        return "geohash";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.DEIDENTIFICATION, ValueType.POINT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                argument.whole(1, LONGEST).map(length -> value -> fit(value, length)),
                "`geohash` takes a length, 1 to " + LONGEST,
                argument);
    }

    /** The longest whose cell the catalogue calls de-identified. */
    @Override
    public List<Argument> remedies(Value value) {
        return IntStream.rangeClosed(1, LONGEST)
                .filter(length -> GeohashCells.leastMetres(length)
                        >= value.field().coarse().step())
                .max()
                .stream()
                .mapToObj(length -> Argument.of(Integer.toString(length)))
                .toList();
    }

    private static Fit fit(Value value, int length) {
        return value.type() == ValueType.POINT
                ? new Fit.Fits(
                        ValueType.TEXT,
                        value.generalisedTo(GeohashCells.leastMetres(length)),
                        (from, i, to, j) ->
                                to.setObject(j, GeohashCells.hash((Point) requireNonNull(from.getObject(i)), length)))
                : new Fit.Unfit("`geohash` takes a point, got " + value.type());
    }
}
