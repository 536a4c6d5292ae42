package sluice.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds {@link Node}s from the parser's events. From events and not from the parser's own tree, because a limit on depth, aliases and
 * tags then stops a hostile file before anything is built from it.
 */
final class NodeReader {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(Yaml.MAX_BYTES).build();

    private final String file;
    private final Problems problems;
    private int nodes;

    NodeReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    List<YamlMap> read(String text) {
        List<YamlMap> documents = new ArrayList<>();
        try {
            Iterator<Event> events =
                    new Parse(SETTINGS).parseReader(new WholeCharacters(text)).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent) {
                    document(node(event, events, 1)).ifPresent(documents::add);
                }
            }
        } catch (Stop stop) {
            problems.add(stop.code, mark(stop.line), stop.text);
        } catch (MarkedYamlEngineException wrong) {
            problems.add(YamlCode.SYNTAX, mark(lineOf(wrong)), "not YAML: " + inOneLine(wrong.getProblem()));
        } catch (YamlEngineException wrong) {
            problems.add(YamlCode.SYNTAX, mark(1), "not YAML: a character that may not stand in a text file");
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException failed) {
            // A stranger's parser in a stranger's file: what it does not foresee is the file's fault, not the
            // platform's.
            problems.add(YamlCode.SYNTAX, mark(1), "not YAML: the parser failed on it");
        }
        return documents;
    }

    private Optional<YamlMap> document(Node root) {
        if (root instanceof Node.Mapping mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        boolean empty = root instanceof Node.Scalar scalar && scalar.plain() && Scalars.isNull(scalar.text());
        if (!empty) {
            problems.add(YamlCode.WRONG_TYPE, mark(root.line()), "a document must be a map of keys to values");
        }
        return Optional.empty();
    }

    private Node node(Event event, Iterator<Event> events, int depth) {
        int line = lineOf(event);
        refuse(event, line);
        if (++nodes > Yaml.MAX_NODES) {
            throw new Stop(YamlCode.TOO_MANY_VALUES, line, "more than " + Yaml.MAX_NODES + " values; split the file");
        }
        if (event instanceof ScalarEvent scalar) {
            if (WholeCharacters.hasHalf(scalar.getValue())) {
                problems.add(YamlCode.HALF_CHARACTER, mark(line), "half of a character is no text; write it whole");
            }
            return new Node.Scalar(scalar.getValue(), scalar.isPlain(), line);
        }
        if (depth > Yaml.MAX_DEPTH) {
            throw new Stop(YamlCode.TOO_DEEP, line, "nested deeper than " + Yaml.MAX_DEPTH + " levels");
        }
        return event instanceof MappingStartEvent
                ? mapping(events, line, depth)
                : new Node.Sequence(items(events, depth), line);
    }

    private void refuse(Event event, int line) {
        boolean anchored = event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (anchored) {
            throw new Stop(YamlCode.ALIAS, line, "anchors (`&`) and aliases (`*`) are not read; write the value out");
        }
        Optional<String> tag = Optional.empty();
        if (event instanceof ScalarEvent scalar) {
            tag = scalar.getTag();
        } else if (event instanceof CollectionStartEvent collection) {
            tag = collection.getTag();
        }
        if (tag.isPresent()) {
            throw new Stop(YamlCode.TAG, line, "tags (`!`) are not read; write the value alone");
        }
    }

    private List<Node> items(Iterator<Event> events, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            items.add(node(event, events, depth + 1));
        }
        return items;
    }

    private Node mapping(Iterator<Event> events, int line, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            Node key = node(event, events, depth + 1);
            Node value = node(events.next(), events, depth + 1);
            if (!(key instanceof Node.Scalar name) || name.text().isEmpty()) {
                problems.add(YamlCode.WRONG_TYPE, mark(key.line()), "a key must be a word");
            } else if (entries.putIfAbsent(name.text(), value) != null) {
                duplicate(name, lines.getOrDefault(name.text(), line));
            } else {
                lines.put(name.text(), name.line());
            }
        }
        return new Node.Mapping(entries, lines, line);
    }

    private void duplicate(Node.Scalar key, int first) {
        problems.add(
                YamlCode.DUPLICATE_KEY,
                mark(key.line()),
                "key " + Say.quote(key.text()) + " stands twice; first on line " + first);
    }

    private Mark mark(int line) {
        return new Mark(file, line);
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static int lineOf(MarkedYamlEngineException wrong) {
        return wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static String inOneLine(String problem) {
        return problem.replaceAll("\\s+", " ").strip();
    }

    /** Leaves a hostile or hopeless file at once. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final int line;
        private final String text;

        Stop(String code, int line, String text) {
            super(code, null, false, false);
            this.code = code;
            this.line = line;
            this.text = text;
        }
    }
}
