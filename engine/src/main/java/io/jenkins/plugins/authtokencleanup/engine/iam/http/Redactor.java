package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Redacts secrets and truncates server text for messages. */
public final class Redactor {
    private static final int LONGEST = 200;
    private static final int SHORTEST_SECRET = 3;
    /** Of a longer text only the beginning is looked at. */
    private static final int LOOKED_AT = 100_000;
    /** What looks like a token, a handle or a session is redacted, known or not. */
    private static final Pattern LOOKS_SECRET = Pattern.compile("(?=[A-Za-z+/=_-]*\\d)[A-Za-z0-9+/=_-]{16,}");

    /** Secrets in each form, without white space. */
    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /**
     * Redacts a secret from now on, in each form in which a server may echo it, and whatever white space is put into
     * it.
     *
     * @param secret a password, cookie, CSRF value or the like; null or a very short one is ignored
     */
    public void add(String secret) {
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            return;
        }
        addEncoded(secret);
        // A message in JSON may quote what has been JSON before.
        addEncoded(json(secret));
        addEncoded(ascii(json(secret)));
    }

    private void addEncoded(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String json = json(secret);
        addForms(secret, encoded, encoded.replace("+", "%20"), html, json, json.replace("/", "\\/"), ascii(json));
        for (String quote : List.of("'", "&#39;", "&#x27;", "&#039;", "&apos;")) {
            addForms(html.replace("\"", "&quot;").replace("'", quote));
        }
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /**
     * The same redactor with more secrets.
     *
     * @param secrets such as the handles of one request
     * @return a copy
     */
    Redactor with(Collection<String> secrets) {
        Redactor more = new Redactor();
        more.values.addAll(values);
        secrets.forEach(more::add);
        return more;
    }

    private void addForms(String... forms) {
        for (String form : forms) {
            addVisible(form);
            if (form.indexOf('<') >= 0 || form.indexOf('&') >= 0) {
                // What is left of it as markup.
                addVisible(Jsoup.parse(form).text());
            }
        }
    }

    private void addVisible(String form) {
        StringBuilder visible = new StringBuilder();
        form.chars().filter(c -> !isInvisible(c)).forEach(c -> visible.append((char) c));
        if (visible.length() >= SHORTEST_SECRET) {
            values.add(visible.toString());
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
        clean.codePoints()
                .limit(4L * LONGEST)
                .forEach(c ->
                        line.appendCodePoint(isInvisible(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c));
        String folded = LOOKS_SECRET
                .matcher(line.toString().replaceAll(" +", " ").strip())
                .replaceAll("***");
        int end = folded.offsetByCodePoints(0, Math.min(LONGEST, folded.codePointCount(0, folded.length())));
        return end < folded.length() ? folded.substring(0, end) + "…" : folded;
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || Character.isSpaceChar(c);
    }

    /** Looks for secrets in what is visible of a text, so that no line break in the midst of one hides it. */
    private String redacted(String whole) {
        String text = whole.length() > LOOKED_AT ? whole.substring(0, LOOKED_AT) : whole;
        StringBuilder visible = new StringBuilder();
        int[] places = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                places[visible.length()] = i;
                visible.append(text.charAt(i));
            }
        }
        BitSet secret = new BitSet();
        int longest = 1;
        for (String value : values) {
            longest = Math.max(longest, value.length());
            for (int at = visible.indexOf(value); at >= 0; at = visible.indexOf(value, at + 1)) {
                secret.set(places[at], places[at + value.length() - 1] + 1);
            }
        }
        if (text.length() < whole.length()) {
            // The last thing in it may be the beginning of a secret.
            secret.set(places[Math.max(0, visible.length() - longest)], text.length());
        }
        return without(secret, text);
    }

    private static String without(BitSet secret, String text) {
        StringBuilder clean = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            boolean hidden = secret.get(at);
            int end = hidden ? secret.nextClearBit(at) : secret.nextSetBit(at);
            int stop = end < 0 ? text.length() : end;
            clean.append(hidden ? "***" : text.substring(at, stop));
            at = stop;
        }
        return clean.toString();
    }

    @Override
    public String toString() {
        return "redactor";
    }
}
