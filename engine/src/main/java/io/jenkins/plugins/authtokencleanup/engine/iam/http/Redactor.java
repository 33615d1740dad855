package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Knows what must not be told, and cuts and cleans what a server said before it is told. */
public final class Redactor {
    private static final int LONGEST = 200;
    private static final int SHORTEST_SECRET = 3;
    /** What looks like a token, a handle or a session is none of the reader's business, even if nobody told us of it. */
    private static final Pattern LOOKS_SECRET =
            Pattern.compile("(?=[A-Za-z+/=_-]*\\d)[A-Za-z0-9+/=_-]{16,}");

    private final Set<String> values = ConcurrentHashMap.newKeySet();

    public void add(String secret) {
        if (secret != null && secret.length() >= SHORTEST_SECRET) {
            values.add(secret);
            values.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
    }

    /**
     * A short, harmless piece of what a server said.
     *
     * @param text visible text, no markup
     * @return one line without redactor, control characters and direction overrides
     */
    public String excerpt(String text) {
        String clean = text;
        for (String secret : values) {
            clean = clean.replace(secret, "***");
        }
        StringBuilder line = new StringBuilder();
        clean.codePoints().limit(4L * LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
            line.appendCodePoint(hidden || Character.isSpaceChar(c) ? ' ' : c);
        });
        String folded = LOOKS_SECRET
                .matcher(line.toString().replaceAll(" +", " ").strip())
                .replaceAll("***");
        int end = folded.offsetByCodePoints(0, Math.min(LONGEST, folded.codePointCount(0, folded.length())));
        return end < folded.length() ? folded.substring(0, end) + "…" : folded;
    }

    @Override
    public String toString() {
        return "redactor";
    }
}
