package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The generation "v2": a look-up of the account, then the password as JSON (section 4). */
final class V2SignIn implements SignIn {
    private static final String LOOK_UP = "Look up the account";

    private final IamSession session;
    private final Credentials credentials;

    V2SignIn(IamSession session, Credentials credentials) {
        this.session = session;
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
        session.redactor().add(found.path("lookup").path("digest").asText(""));
        HttpRequest.Builder password = request("/primary/" + encoded(identifier) + "/password?digest="
                        + encoded(found.path("lookup").path("digest").asText("")) + "&cli_time=" + now() + service)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(passwordJson()));
        JsonNode answer = reply(ATTEMPT, password.build());
        int status = answer.path("status_code").asInt(0);
        if (status < 200 || status >= 300) {
            throw refused(ATTEMPT, answer);
        }
        CleanupException otherwise = answer.path("code").asText("").equals("SI303")
                ? new CleanupException(Problem.UNKNOWN_REPLY, ATTEMPT, "the server says that it succeeded, but does not show the account page")
                : new CleanupException(Problem.SECOND_FACTOR_REQUIRED, ATTEMPT, "the server wants more than the password (code "
                                + session.redactor().excerpt(answer.path("code").asText("")) + ")");
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
        HttpRequest.Builder request = HttpTransport.request(session.address().at("/iam/signin/v2" + path));
        CsrfPair csrf = session.csrf().pair();
        return csrf == null ? request : request.header("X-ZCSRF-TOKEN", csrf.name() + "=" + csrf.value());
    }

    private String passwordJson() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return json.objectNode()
                .set("passwordauth", json.objectNode().put("password", credentials.password()))
                .toString();
    }

    private JsonNode reply(String tried, HttpRequest request) throws CleanupException, InterruptedException {
        WebPage page = session.sendOnce(tried, request).page();
        if (!page.isJson()) {
            throw new CleanupException(Problem.UNKNOWN_REPLY, tried, page.described(session.redactor()));
        }
        return JsonError.parse(page.text());
    }

    private CleanupException refused(String tried, JsonNode reply) {
        JsonNode error = reply.path("errors").path(0);
        String code = error.path("code").asText("");
        String said = error.path("message").asText(reply.path("localized_message").asText(reply.path("message").asText("")));
        String came = "the server says: " + session.redactor().excerpt(code + " " + said);
        switch (code) {
            case "U401":
                return new CleanupException(Problem.WRONG_PASSWORD, tried, came);
            case "IN108":
            case "IN107":
                return new CleanupException(Problem.CAPTCHA_REQUIRED, tried, came);
            case "SI503":
                return new CleanupException(Problem.SIGN_IN_LIMIT, tried, came);
            default:
                return code.isEmpty() && said.isEmpty()
                        ? new CleanupException(Problem.UNKNOWN_REPLY, tried, "a JSON reply that we don't know")
                        : SignInRefusal.of(tried, said, session.redactor().excerpt(code + " " + said));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static long now() {
        return Clock.systemUTC().millis();
    }
}
