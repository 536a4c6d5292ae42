package sluice.broker.core.recipient;

import java.util.HashMap;
import java.util.Map;
import sluice.broker.core.shape.RecordMaker;
import sluice.broker.core.shape.RecordReader;

/** The record classes of one application while it is here, each with its reader and its maker; dropped with it. */
final class Classes {
    private final Map<Class<? extends Record>, RecordReader> readers = new HashMap<>();
    private final Map<Class<? extends Record>, RecordMaker> makers = new HashMap<>();

    RecordReader reader(Class<? extends Record> type) {
        return readers.computeIfAbsent(type, record -> RecordReader.of(record, name -> true));
    }

    RecordMaker maker(Class<? extends Record> type) {
        return makers.computeIfAbsent(type, RecordMaker::of);
    }
}
