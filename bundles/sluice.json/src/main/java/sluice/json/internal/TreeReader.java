package sluice.json.internal;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the tree of one text. Used once. */
public final class TreeReader {
    private final JsonParser parser;
    private final int maxDigits;
    private int membersLeft;

    /**
     * A reader of one text.
     *
     * @param parser at the start of the text; it bounds the depth
     * @param maxMembers most members and elements over the whole text
     * @param maxDigits longest number
     */
    public TreeReader(JsonParser parser, int maxMembers, int maxDigits) {
        this.parser = parser;
        this.maxDigits = maxDigits;
        this.membersLeft = maxMembers;
    }

    /**
     * Reads the text to its end.
     *
     * @return its root
     * @throws IOException if the text is malformed or over a limit
     */
    public Value root() throws IOException {
        Value root = value(parser.nextToken());
        if (parser.nextToken() != null) {
            throw new RefusedException();
        }
        return root;
    }

    // Recursion is bounded by the parser's own nesting limit.
    private Value value(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new RefusedException();
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Value.Text(wellFormed(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numeral(parser.getText());
            case VALUE_TRUE -> new Value.Truth(true);
            case VALUE_FALSE -> new Value.Truth(false);
            case VALUE_NULL -> Value.ABSENT;
            default -> throw new RefusedException();
        };
    }

    private Value object() throws IOException {
        Map<String, Value> members = new HashMap<>();
        while (parser.nextToken() != END_OBJECT) {
            count();
            String name = wellFormed(parser.currentName());
            if (members.put(name, value(parser.nextToken())) != null) {
                throw new RefusedException();
            }
        }
        return new Value.Members(members);
    }

    private Value array() throws IOException {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != END_ARRAY; token = parser.nextToken()) {
            count();
            items.add(value(token));
        }
        return new Value.Items(items);
    }

    // The parser's own limit waits for the conversion of a number, and a value is converted only when it is asked for.
    private Value numeral(String text) throws IOException {
        if (text.chars().filter(Character::isDigit).count() > maxDigits) {
            throw new RefusedException();
        }
        return new Value.Numeral(text);
    }

    private void count() throws IOException {
        if (--membersLeft < 0) {
            throw new RefusedException();
        }
    }

    // An escape such as \ud800 alone is grammatical JSON and no Unicode text.
    private static String wellFormed(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (Character.charCount(text.codePointAt(i)) != 2) {
                throw new RefusedException();
            }
            i++;
        }
        return text;
    }

    /** Grammatical, and refused all the same. Says nothing of the text. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
