package io.jenkins.plugins.authtokencleanup.testserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in the resources with gaps like {@code {{title}}}. */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private final String text;
    private final Map<String, String> fillings = new HashMap<>();

    private Template(String text) {
        this.text = text;
    }

    static Template of(String resource) {
        return new Template(resource(resource)).markup("style", resource("style.css"));
    }

    /** Text of a resource of this package. */
    static String resource(String name) {
        return READ.computeIfAbsent(name, Template::read);
    }

    /** Fills a gap with text, made safe for HTML. */
    Template text(String gap, String value) {
        return markup(gap, Markup.html(value));
    }

    /** Fills a gap with this as it is. */
    Template markup(String gap, String value) {
        fillings.put(gap, value);
        return this;
    }

    String filled() {
        return GAP.matcher(text).replaceAll(match -> {
            String filling = fillings.get(match.group(1));
            if (filling == null) {
                throw new IllegalStateException("Nothing to fill the gap " + match.group(1));
            }
            return Matcher.quoteReplacement(filling);
        });
    }

    private static String read(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Resource missing from the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
