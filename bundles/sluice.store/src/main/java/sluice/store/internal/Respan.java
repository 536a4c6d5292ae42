package sluice.store.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import sluice.broker.core.port.Store;
import sluice.store.internal.sql.Row;
import sluice.store.internal.sql.Rows;

/** Gives records an earlier deadline, and so another key: because their terms became stricter, or the clock was ahead of itself. */
record Respan(Seals seals) {
    /** No record of the place is kept longer than so many milliseconds from when it was put. Returns how many were looked at. */
    int shorten(Connection connection, Store.Place place, long atMost) throws SQLException, IOException {
        List<Row> rows = Rows.longerThan(connection, place, atMost);
        for (Row row : rows) {
            Content content = seals.open(row).orElse(null);
            if (content != null) {
                Row.Span span =
                        Deadlines.span(content.since(), atMost, row.span().least(), content.until());
                reseal(connection, row, span, content);
            }
        }
        return rows.size();
    }

    /** No record is kept longer than if it were put now: one with a later deadline was put by a clock that was ahead. */
    int correct(Connection connection, Instant now) throws SQLException, IOException {
        List<Row> rows = Rows.fromTheFuture(connection, now.toEpochMilli());
        for (Row row : rows) {
            Content content = seals.open(row).orElse(null);
            if (content != null) {
                long at = now.toEpochMilli();
                long least = Math.min(
                        row.span().least(), at + row.span().least() - row.span().since());
                Row.Span span = Deadlines.span(at, row.span().length(), least, 0);
                reseal(connection, row, span, content);
            }
        }
        return rows.size();
    }

    private void reseal(Connection connection, Row row, Row.Span span, Content content)
            throws SQLException, IOException {
        if (span.deadline() < row.span().deadline()) {
            Rows.reseal(connection, seals.seal(row, span, content));
        }
    }
}
