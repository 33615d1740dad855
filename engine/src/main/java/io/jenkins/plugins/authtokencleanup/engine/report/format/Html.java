package io.jenkins.plugins.authtokencleanup.engine.report.format;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Markup. Values enter it through {@link #of}, which escapes them. */
final class Html {
    private final String markup;

    /** Fixed markup of this program. Never a value. */
    Html(String markup) {
        this.markup = markup;
    }

    /**
     * Fills in a template.
     *
     * @param template markup with a {@code %s} for each value, as an element's content or in a quoted attribute
     * @param values markup to insert as it is, or any other value, whose text is escaped
     */
    static Html of(String template, Object... values) {
        return new Html(template.formatted(Arrays.stream(values)
                .map(value -> value instanceof Html ? value : escape(value.toString()))
                .toArray()));
    }

    /** One piece of markup for each item, in order. */
    static <T> Html join(Collection<T> items, Function<T, Html> markup) {
        return new Html(items.stream().map(markup).map(Html::toString).collect(Collectors.joining()));
    }

    /** An instant in UTC; null is "not known". */
    static Html time(Instant instant) {
        return instant == null
                ? new Html("<span class=\"none\">not known</span>")
                : of("<time datetime=\"%s\">%s</time>", ReportTime.exact(instant), ReportTime.readable(instant));
    }

    private static String escape(String text) {
        return SafeText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return markup;
    }
}
