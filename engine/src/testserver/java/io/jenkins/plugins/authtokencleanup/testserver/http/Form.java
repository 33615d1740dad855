package io.jenkins.plugins.authtokencleanup.testserver.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decoded {@code name=value} pairs of a query or of a body; of equal names the first counts. */
public final class Form {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Form() {}

    /** Reads {@code application/x-www-form-urlencoded} text; what cannot be decoded is left out. */
    public static Form parse(String encoded) {
        Form form = new Form();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decoded(pair.substring(0, equals));
                String value = decoded(pair.substring(equals + 1));
                if (name != null && value != null) {
                    form.values.putIfAbsent(name, value);
                }
            }
        }
        return form;
    }

    /** The value, null if it is missing. */
    public String get(String name) {
        return values.get(name);
    }

    /** Whether all of these are there, if only with an empty value. */
    public boolean hasAll(String... names) {
        for (String name : names) {
            if (!values.containsKey(name)) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
