package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page or reply of moderate size, read whole. What it is, is told by its content: its status may say anything. */
final class WebPage {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final URI uri;
    private final int status;
    private final String text;
    private Document document;

    WebPage(URI uri, int status, String text) {
        this.uri = uri;
        this.status = status;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    URI uri() {
        return uri;
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }

    Document document() {
        if (document == null) {
            document = Jsoup.parse(text, uri.toString());
        }
        return document;
    }

    boolean isMarkup() {
        return text.stripLeading().startsWith("<");
    }

    boolean isJson() {
        return text.stripLeading().startsWith("{");
    }

    /** The account page itself (section 2). It may hold fields for a new password, so those tell nothing. */
    boolean isShell() {
        return isMarkup()
                && (document().getElementById("zcontiner") != null
                        || document().getElementById("userauthtoken") != null
                                && document().getElementById("sessions") != null);
    }

    Optional<Element> passwordField() {
        return Optional.ofNullable(document().selectFirst("input[type=password], input[name=PASSWORD]"));
    }

    /** The text of all inline scripts. */
    String scripts() {
        StringBuilder all = new StringBuilder();
        document().select("script").forEach(script -> all.append(script.data()).append('\n'));
        return all.toString();
    }

    /** Where a script or a meta element sends the browser. */
    Optional<String> redirect() {
        Optional<String> scripted = ScriptText.redirect(scripts());
        if (scripted.isPresent()) {
            return scripted;
        }
        Element meta = document().selectFirst("meta[http-equiv=refresh]");
        String content = meta == null ? "" : meta.attr("content");
        int at = content.toLowerCase(Locale.ROOT).indexOf("url=");
        return at < 0
                ? Optional.empty()
                : Optional.of(content.substring(at + 4).strip().replaceAll("^['\"]|['\"]$", ""));
    }

    /** What a person would see of it. Tags never are, also where the text does not begin like a page. */
    String visibleText() {
        return isMarkup() ? document().text() : Jsoup.parse(text.replace("\0", "")).text();
    }

    /** What came, in a few words, for a message. */
    String described(Secrets secrets) {
        String said = secrets.excerpt(visibleText());
        return "HTTP " + status + (said.isEmpty() ? " with nothing to read in it" : ": " + said);
    }

    /** The CSRF pair that the page holds, in its global or in a hidden field (section 3). */
    Optional<CsrfPair> csrf() {
        Optional<CsrfPair> global = ScriptText.global(scripts(), "csrfParam").flatMap(CsrfPair::ofParam);
        return global.isPresent() ? global : PageFields.csrf(document());
    }

    @Override
    public String toString() {
        return "page of " + text.length() + " characters, status " + status;
    }
}
