package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import sluice.json.internal.Value;

final class JsonPropertiesTest {
    @RepeatedTest(300)
    void a_random_tree_is_read_as_it_was_written(RepetitionInfo repetition) {
        Value tree = tree(random(repetition), 5);

        assertThat(JsonReader.read(written(tree).getBytes(UTF_8))).contains(tree);
    }

    @RepeatedTest(100)
    void no_prefix_of_an_object_is_read(RepetitionInfo repetition) {
        byte[] text = ("{\"a\":" + written(tree(random(repetition), 3)) + "}").getBytes(UTF_8);

        for (int length = 0; length < text.length; length++) {
            assertThat(JsonReader.read(Arrays.copyOf(text, length))).isEmpty();
        }
    }

    @RepeatedTest(300)
    void no_damage_throws(RepetitionInfo repetition) {
        RandomGenerator random = random(repetition);
        byte[] text = written(tree(random, 4)).getBytes(UTF_8);
        for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
            text[random.nextInt(text.length)] = (byte) random.nextInt();
        }

        assertThatCode(() -> JsonReader.read(text)).doesNotThrowAnyException();
    }

    private static RandomGenerator random(RepetitionInfo repetition) {
        return new Random(repetition.getCurrentRepetition());
    }

    private static Value tree(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Value.Text(string(random));
            case 1 -> new Value.Numeral(Long.toString(random.nextLong()));
            case 2 -> new Value.Truth(random.nextBoolean());
            case 3 -> Value.ABSENT;
            case 4 -> items(random, depth);
            default -> members(random, depth);
        };
    }

    private static Value items(RandomGenerator random, int depth) {
        List<Value> elements = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            elements.add(tree(random, depth - 1));
        }
        return new Value.Items(elements);
    }

    private static Value members(RandomGenerator random, int depth) {
        Map<String, Value> members = new HashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(string(random), tree(random, depth - 1));
        }
        return new Value.Members(members);
    }

    private static String string(RandomGenerator random) {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT);
            string.appendCodePoint(codePoint >= 0xd800 && codePoint < 0xe000 ? '"' : codePoint);
        }
        return string.toString();
    }

    private static String written(Value value) {
        if (value instanceof Value.Members object) {
            return object.members().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + " : " + written(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Value.Items array) {
            return array.elements().stream()
                    .map(JsonPropertiesTest::written)
                    .collect(Collectors.joining(" , ", "[", "]"));
        }
        if (value instanceof Value.Text text) {
            return quoted(text.string());
        }
        if (value instanceof Value.Numeral number) {
            return number.digits();
        }
        return value instanceof Value.Truth truth ? Boolean.toString(truth.value()) : "null";
    }

    // Every second character is written as an escape, so that both ways of writing it are read.
    private static String quoted(String string) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            boolean plain = i % 2 == 0 && c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
            text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.append('"').toString();
    }
}
