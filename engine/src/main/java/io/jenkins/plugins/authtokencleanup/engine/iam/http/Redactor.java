package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Redacts secrets and truncates server text for messages. */
public final class Redactor {
    private static final int LONGEST = 200;
    private static final int SHORTEST_SECRET = 3;
    /** What looks like a token, a handle or a session is redacted, known or not. */
    private static final Pattern LOOKS_SECRET =
            Pattern.compile("(?=[A-Za-z+/=_-]*\\d)[A-Za-z0-9+/=_-]{16,}");

    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /**
     * Redacts a secret from now on, in each form in which a server may echo it.
     *
     * @param secret a password, cookie, CSRF value or the like; null or a very short one is ignored
     */
    public void add(String secret) {
        if (secret != null && secret.length() >= SHORTEST_SECRET) {
            for (String form : List.of(secret, secret.strip().replaceAll("\\s+", " "))) {
                values.add(form);
                values.add(URLEncoder.encode(form, StandardCharsets.UTF_8));
                String html = form.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
                values.add(html);
                for (String quote : List.of("'", "&#39;", "&#x27;", "&apos;")) {
                    values.add(html.replace("\"", "&quot;").replace("'", quote));
                }
                String json = new String(JsonStringEncoder.getInstance().quoteAsString(form));
                values.add(json);
                values.add(json.replace("/", "\\/"));
                values.add(ascii(json));
            }
            values.removeIf(value -> value.length() < SHORTEST_SECRET);
        }
    }

    private static String ascii(String json) {
        StringBuilder text = new StringBuilder();
        json.chars().forEach(c -> text.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return text.toString();
    }

    /**
     * A short, harmless piece of what a server said.
     *
     * @param text visible text, no markup
     * @return one line without secrets, control characters and direction overrides
     */
    public String excerpt(String text) {
        String clean = redacted(text);
        StringBuilder line = new StringBuilder();
        clean.codePoints().limit(4L * LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            line.appendCodePoint(hidden || Character.isSpaceChar(c) ? ' ' : c);
        });
        String folded = LOOKS_SECRET
                .matcher(redacted(line.toString().replaceAll(" +", " ").strip()))
                .replaceAll("***");
        int end = folded.offsetByCodePoints(0, Math.min(LONGEST, folded.codePointCount(0, folded.length())));
        return end < folded.length() ? folded.substring(0, end) + "…" : folded;
    }

    /** Longer secrets first: one may be a part of another. */
    private String redacted(String text) {
        String clean = text;
        for (String secret : values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    @Override
    public String toString() {
        return "redactor";
    }
}
