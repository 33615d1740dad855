package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** In which form a server repeats, in whatever it answers, the secrets that it was sent. */
public enum Echo {
    /** Word for word. */
    AS_IS(secret -> secret),
    /** As in an address. */
    URL_ENCODED(secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8)),
    /** As in markup. */
    HTML_ESCAPED(secret -> Markup.html(secret).replace("'", "&#39;")),
    /** As in JSON. */
    JSON_ESCAPED(secret -> new String(JsonStringEncoder.getInstance().quoteAsString(secret))),
    /** With one blank for several, as in visible text of markup. */
    BLANKS_FOLDED(secret -> secret.strip().replaceAll("\\s+", " ")),
    /** With a line break after every seven characters. */
    SPLIT(secret -> secret.replaceAll("(.{7})(?=.)", "$1\r\n"));

    private final UnaryOperator<String> form;

    Echo(UnaryOperator<String> form) {
        this.form = form;
    }

    /** The secret in this form. */
    public String of(String secret) {
        return form.apply(secret);
    }
}
