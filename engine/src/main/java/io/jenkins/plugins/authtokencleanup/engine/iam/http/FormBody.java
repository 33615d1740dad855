package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a form, in order. Its text hides them: passwords are among them. */
public final class FormBody {
    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded;charset=UTF-8";

    private final Map<String, String> fields = new LinkedHashMap<>();

    public FormBody with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    public FormBody withAll(Map<String, String> others) {
        fields.putAll(others);
        return this;
    }

    public FormBody with(CsrfPair csrf) {
        return csrf == null ? this : with(csrf.name(), csrf.value());
    }

    public HttpRequest.BodyPublisher publisher() {
        return HttpRequest.BodyPublishers.ofString(encoded(), StandardCharsets.UTF_8);
    }

    public String encoded() {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** The fields of a query string. Later ones of the same name are dropped. */
    public static Map<String, String> decode(String query) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(part(pair.substring(0, equals)), part(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String part(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "form with " + fields.size() + " fields";
    }
}
