package io.jenkins.plugins.authtokencleanup.engine.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.authtokencleanup.engine.error.CaptchaRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.SecondFactorRequiredException;
import io.jenkins.plugins.authtokencleanup.engine.error.SignInLimitException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import io.jenkins.plugins.authtokencleanup.engine.error.WrongPasswordException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The generation "v2": a look-up of the account, then the password as JSON (section 4). */
final class V2SignIn implements SignIn {
    private static final String LOOK_UP = "Look up the account";

    private final Browser browser;
    private final Credentials credentials;

    V2SignIn(Browser browser, Credentials credentials) {
        this.browser = browser;
        this.credentials = credentials;
    }

    @Override
    public SignInReply send(LoginPage login) throws CleanupException, InterruptedException {
        String service = service(login);
        HttpRequest.Builder lookup = request("/lookup/" + encoded(credentials.account()))
                .header("Content-Type", FormBody.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString("mode=primary&cli_time=" + now() + service));
        JsonNode found = reply(LOOK_UP, lookup.build());
        String identifier = found.path("lookup").path("identifier").asText("");
        if (identifier.isEmpty()) {
            throw refused(LOOK_UP, found);
        }
        browser.secrets().add(found.path("lookup").path("digest").asText(""));
        HttpRequest.Builder password = request("/primary/" + encoded(identifier) + "/password?digest="
                        + encoded(found.path("lookup").path("digest").asText("")) + "&cli_time=" + now() + service)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(passwordJson()));
        JsonNode answer = reply(TRIED, password.build());
        int status = answer.path("status_code").asInt(0);
        if (status < 200 || status >= 300) {
            throw refused(TRIED, answer);
        }
        CleanupException otherwise = answer.path("code").asText("").equals("SI303")
                ? new UnknownReplyException(
                        TRIED, "the server says that it succeeded, but does not show the account page")
                : new SecondFactorRequiredException(
                        TRIED, "the server wants more than the password (code "
                                + browser.secrets().excerpt(answer.path("code").asText("")) + ")");
        return new SignInReply(answer.path("passwordauth").path("redirect_uri").asText(""), otherwise);
    }

    private static String service(LoginPage login) {
        FormBody service = new FormBody();
        login.companions().forEach((name, value) -> {
            if (name.equals("servicename") || name.equals("serviceurl")) {
                service.with(name, value);
            }
        });
        String fields = service.encoded();
        return fields.isEmpty() ? "" : "&" + fields;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpTransport.request(browser.address().at("/iam/signin/v2" + path));
        CsrfPair csrf = browser.csrf().pair();
        return csrf == null ? request : request.header("X-ZCSRF-TOKEN", csrf.name() + "=" + csrf.value());
    }

    private String passwordJson() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return json.objectNode()
                .set("passwordauth", json.objectNode().put("password", credentials.password()))
                .toString();
    }

    private JsonNode reply(String tried, HttpRequest request) throws CleanupException, InterruptedException {
        WebPage page = browser.sendOnce(tried, request, Limits.change(browser.timeout())).page();
        if (!page.isJson()) {
            throw new UnknownReplyException(tried, page.described(browser.secrets()));
        }
        return JsonError.parse(page.text());
    }

    private CleanupException refused(String tried, JsonNode reply) {
        JsonNode error = reply.path("errors").path(0);
        String code = error.path("code").asText("");
        String said = error.path("message").asText(reply.path("localized_message").asText(reply.path("message").asText("")));
        String came = "the server says: " + browser.secrets().excerpt(code + " " + said);
        switch (code) {
            case "U401":
                return new WrongPasswordException(tried, came);
            case "IN108":
            case "IN107":
                return new CaptchaRequiredException(tried, came);
            case "SI503":
                return new SignInLimitException(tried, came);
            default:
                return code.isEmpty() && said.isEmpty()
                        ? new UnknownReplyException(tried, "a JSON reply that we don't know")
                        : SignInRefusal.of(tried, said, browser.secrets().excerpt(code + " " + said));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static long now() {
        return Clock.systemUTC().millis();
    }
}
