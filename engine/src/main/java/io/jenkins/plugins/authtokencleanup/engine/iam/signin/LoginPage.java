package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.PageFields;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A login page. Recognises its own generation by its content, not by a version (section 4). */
public final class LoginPage {
    static final String AUTH = "/signin/auth";
    private static final String V2 = "/signin/v2";
    private static final String NAME = "input[name=LOGIN_ID], input[id=LOGIN_ID]";
    private static final String PASSWORD = "input[name=PASSWORD], input[id=PASSWORD]";

    private static final Pattern CAPTCHA_NEEDED = Pattern.compile("\\bisCaptchaNeeded\\s*=\\s*true\\b");
    private static final Pattern ENCRYPTS =
            Pattern.compile("(?i)\\bencryptData\\b[\"']?\\s*[=:]\\s*[\"']?(true|1|\\{[^}]{0,500}true)");
    private static final Pattern DISPLAYS_NOTHING = Pattern.compile("display\\s*:\\s*none");
    private static final Pattern ID = Pattern.compile("#([\\w-]+)");

    private final WebPage page;
    private final Element form;

    public LoginPage(WebPage page) {
        this.page = page;
        this.form =
                page.passwordField().map(field -> field.closest("form")).orElseGet(() -> formOrFields(page.document()));
    }

    /** A page built by scripts may have the usual fields outside of any form. */
    private static Element formOrFields(Document document) {
        Element form = document.selectFirst("form:has(input[name=LOGIN_ID])");
        boolean fields = document.selectFirst(NAME) != null && document.selectFirst(PASSWORD) != null;
        return form == null && fields ? document.body() : form;
    }

    /**
     * The generation.
     *
     * @param otherScripts the text of scripts that the page names, empty if they were not loaded
     * @return null if the page is no login page that we know
     */
    public LoginGeneration generation(String otherScripts) {
        Optional<URI> target = target();
        String path = target.map(URI::getRawPath).orElse("");
        if (path.endsWith(AUTH)) {
            return LoginGeneration.AUTH;
        }
        if (path.contains(V2) || isJsonGeneration()) {
            return LoginGeneration.V2;
        }
        if (!action().isEmpty() && !target.map(this::isThisPage).orElse(false)) {
            return hasPassword() ? LoginGeneration.FORM : null;
        }
        String scripts = String.join("\n", page.scripts(), page.scriptAddresses(), otherScripts);
        if (scripts.contains(V2) || scripts.contains("signin/v2")) {
            return LoginGeneration.V2;
        }
        if (scripts.contains(AUTH) || scripts.contains("signin/auth")) {
            return LoginGeneration.AUTH;
        }
        if (form == null || !hasPassword()) {
            return null;
        }
        boolean usualNames = form.selectFirst(NAME) != null && form.selectFirst(PASSWORD) != null;
        return usualNames ? LoginGeneration.CLASSIC : LoginGeneration.FORM;
    }

    /** The vendor's page since 2021 (contract, section 8): its form has no address, and the page has these globals. */
    private boolean isJsonGeneration() {
        return form != null
                && form.id().equals("login")
                && page.global("csrfCookieName").isPresent()
                && (page.global("uriPrefix").isPresent() || page.scripts().contains("signinParams"));
    }

    /**
     * Where the requests of a JSON sign-in go.
     *
     * @param address the server
     * @return an address on the server's origin, without a slash at its end
     * @throws CleanupException if the page names a place on another origin
     */
    URI jsonBase(ServerAddress address) throws CleanupException {
        Optional<String> prefix = page.global("uriPrefix");
        if (prefix.isEmpty()) {
            return address.at("/iam");
        }
        String path = prefix.get().strip();
        if (!path.isEmpty() && (!path.startsWith("/") || path.startsWith("//") || path.contains("\\"))) {
            throw new CleanupException(
                    Problem.FOREIGN_ADDRESS,
                    "Send the password",
                    "the login page names a place that is no path on this server");
        }
        String slashless = path.replaceAll("/+$", "");
        return address.resolve(page.uri(), slashless.isEmpty() ? "/" : slashless, "Send the password");
    }

    /** Whether the page's script encrypts passwords before it sends them. */
    boolean encryptsPasswords() {
        return ENCRYPTS.matcher(page.scripts()).find();
    }

    private boolean hasPassword() {
        return form != null && form.selectFirst("input[type=password], " + PASSWORD) != null;
    }

    /** The form's usable action, empty if it has none. */
    public String action() {
        String action = form == null ? "" : form.attr("action").strip();
        boolean unusable =
                action.startsWith("#") || action.toLowerCase(Locale.ROOT).startsWith("javascript:");
        return unusable ? "" : action;
    }

    private boolean isThisPage(URI target) {
        return page.uri().getRawPath().equals(target.getRawPath())
                && page.uri().getRawAuthority().equals(target.getRawAuthority());
    }

    /** Where the form's action leads from this page; empty if it has none, or one that is no address. */
    private Optional<URI> target() {
        try {
            return action().isEmpty() ? Optional.empty() : Optional.of(ServerAddress.target(page.uri(), action()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public WebPage page() {
        return page;
    }

    /** The form, null if the page has none. */
    Element form() {
        return form;
    }

    /** The fields that go along with name and password: the form's hidden ones, and the service of the address. */
    public Map<String, String> companions() {
        Map<String, String> fields = new HashMap<>(FormBody.decode(page.uri().getRawQuery()));
        fields.keySet().retainAll(List.of("servicename", "serviceurl"));
        if (form != null) {
            fields.putAll(PageFields.hidden(form));
        }
        return fields;
    }

    /** A CAPTCHA that the form shows right away. The JSON generation's page always has a hidden one. */
    boolean showsCaptcha() {
        if (form == null) {
            return false;
        }
        if (isJsonGeneration()) {
            return page.global("isCaptchaNeeded").orElse("").equalsIgnoreCase("true")
                    || CAPTCHA_NEEDED.matcher(page.scripts()).find();
        }
        Set<String> hidden = hiddenByStyle();
        return form.select("input[name~=(?i)captcha|hip]").stream()
                .anyMatch(field -> !field.attr("type").equalsIgnoreCase("hidden")
                        && field.parents().stream().noneMatch(parent -> isHidden(parent, hidden)));
    }

    private static boolean isHidden(Element element, Set<String> hiddenIds) {
        return element.hasAttr("hidden")
                || element.attr("style").replace(" ", "").contains("display:none")
                || hiddenIds.contains(element.id());
    }

    /** The ids among the selectors of the page's own rules that display nothing. */
    private Set<String> hiddenByStyle() {
        return page.document().select("style").stream()
                .flatMap(style -> Stream.of(style.data().split("}")))
                .filter(rule -> DISPLAYS_NOTHING
                        .matcher(rule.substring(rule.lastIndexOf('{') + 1))
                        .find())
                .flatMap(rule -> ID.matcher(rule.substring(0, Math.max(0, rule.lastIndexOf('{'))))
                        .results())
                .map(id -> id.group(1))
                .collect(Collectors.toSet());
    }
}
