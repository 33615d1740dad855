package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page or reply held in memory. Classified by its content; status codes are unreliable. */
public final class WebPage {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final URI uri;
    private final int status;
    private final String text;
    private Document document;
    private JsonNode json;

    public WebPage(URI uri, int status, String text) {
        this.uri = uri;
        this.status = status;
        this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    public URI uri() {
        return uri;
    }

    public int status() {
        return status;
    }

    public String text() {
        return text;
    }

    /** The page as a tree; an empty one if the page nests too deeply. */
    public Document document() {
        if (document == null) {
            document = HtmlNesting.isTooDeep(text)
                    ? Document.createShell(uri.toString())
                    : Jsoup.parse(text, uri.toString());
        }
        return document;
    }

    public boolean isMarkup() {
        return text.stripLeading().startsWith("<");
    }

    public boolean isJson() {
        return text.stripLeading().startsWith("{");
    }

    /** The account page itself (section 2). It may have fields for a new password, so password fields prove nothing. */
    public boolean isShell() {
        return isMarkup()
                && (document().getElementById("zcontiner") != null
                        || document().getElementById("userauthtoken") != null
                                && document().getElementById("sessions") != null);
    }

    public Optional<Element> passwordField() {
        return Optional.ofNullable(document().selectFirst("input[type=password], input[name=PASSWORD]"));
    }

    /** The login page, or one that sends the browser there, in place of what was asked for. */
    public boolean leadsToLogin() {
        return isMarkup() && (passwordField().isPresent() || redirect().isPresent());
    }

    /** The page as JSON; an empty tree if it is none. */
    public JsonNode json() {
        if (json == null) {
            json = JsonError.parse(text);
        }
        return json;
    }

    public JsonError jsonError() {
        return JsonError.of(json());
    }

    /**
     * A global variable that an inline script sets to a string, or to strings joined by plus signs.
     *
     * @param name the variable
     * @return empty if there is none
     */
    public Optional<String> global(String name) {
        return ScriptText.global(scripts(), name);
    }

    /** The account page of the JSON generation (contract, section 9), recognised by the scripts that it loads. */
    public boolean isJsonShell() {
        return scriptAddresses().contains("user-sessions.js")
                || scriptAddresses().contains("zresource.js");
    }

    /** Whether the account page has the AuthTokens menu. */
    public boolean hasAuthTokensMenu() {
        return document().getElementById("userauthtoken") != null;
    }

    /** The text of all inline scripts. */
    public String scripts() {
        return document().select("script").stream().map(Element::data).collect(Collectors.joining("\n"));
    }

    /** The addresses of the scripts that it loads, one a line. */
    public String scriptAddresses() {
        return String.join("\n", document().select("script[src]").eachAttr("src"));
    }

    /** Where a script or a meta element sends the browser. */
    public Optional<String> redirect() {
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
    public String visibleText() {
        return isMarkup()
                ? document().text()
                : Jsoup.parse(text.replace("\0", "")).text();
    }

    /** What came, in a few words, for a message. */
    public String described(Redactor redactor) {
        String said = redactor.excerpt(visibleText());
        return "HTTP " + status + (said.isEmpty() ? " with nothing to read in it" : ": " + said);
    }

    /** The CSRF pair that the page holds, in its global or in a hidden field (section 3). */
    public Optional<CsrfPair> csrf() {
        Optional<CsrfPair> global = global("csrfParam").flatMap(CsrfPair::ofParam);
        return global.isPresent() ? global : PageFields.csrf(document());
    }

    @Override
    public String toString() {
        return "page of " + text.length() + " characters, status " + status;
    }
}
