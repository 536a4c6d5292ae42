package sluice.operator.internal.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML. Names of tags and attributes are ours; every text and every attribute's value goes through {@link #escape}, and there is no
 * way around it.
 */
final class Html {
    private final StringBuilder page = new StringBuilder(8192);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are name, value, name, value... An attribute with an empty value is left out. */
    Html open(String tag, String... attributes) {
        page.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                page.append(' ').append(attributes[i]).append("=\"");
                page.append(escape(attributes[i + 1])).append('"');
            }
        }
        page.append('>');
        open.push(tag);
        return this;
    }

    /** An element that has no content and no end. */
    Html empty(String tag, String... attributes) {
        open(tag, attributes);
        open.pop();
        page.insert(page.length() - 1, " /");
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        String tag = open.pop();
        page.append("</").append(tag).append('>');
        page.append(isBlock(tag) ? "\n" : "");
        return this;
    }

    /** Text. */
    Html text(String text) {
        page.append(escape(text));
        return this;
    }

    /** An element that holds a text and nothing else. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("`" + open.peek() + "` was not closed");
        }
        return page.toString();
    }

    private static boolean isBlock(String tag) {
        return switch (tag) {
            case "tr", "thead", "tbody", "table", "caption", "section", "div", "p", "h2", "h3", "li", "form" -> true;
            default -> false;
        };
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isHarmless(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    // control characters are not allowed in HTML, and a mark that turns the writing direction could make a name look
    // like another
    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
