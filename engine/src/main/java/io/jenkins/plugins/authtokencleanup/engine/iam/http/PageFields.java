package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Hidden fields of pages. */
public final class PageFields {
    private PageFields() {}

    public static Optional<CsrfPair> csrf(Element page) {
        return page.select("input[type=hidden]").stream()
                .flatMap(field -> csrfField(field).stream())
                .findFirst();
    }

    /** The CSRF pair of a hidden field, recognised by its name, which is configurable. */
    public static Optional<CsrfPair> csrfField(Element field) {
        String name = field.attr("name");
        String value = field.attr("value");
        return field.attr("type").equalsIgnoreCase("hidden")
                        && name.toLowerCase(Locale.ROOT).contains("csr")
                        && !value.isBlank()
                ? Optional.of(new CsrfPair(name, value))
                : Optional.empty();
    }

    public static Map<String, String> hidden(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden][name]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }
}
