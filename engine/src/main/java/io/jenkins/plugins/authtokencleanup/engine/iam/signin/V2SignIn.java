package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The generation "v2": the account is looked up, then the password is sent as JSON (contract, sections 4 and 8). */
final class V2SignIn implements SignIn {
    private static final String LOOK_UP = "Look up the account";
    private static final String PASSWORD = "password";
    private static final String DIRECTORY = "ldappasswordauth";

    private final IamSession session;
    private final Credentials credentials;

    V2SignIn(IamSession session, Credentials credentials) {
        this.session = session;
        this.credentials = credentials;
    }

    @Override
    public SignInReply send(LoginPage login) throws CleanupException, InterruptedException {
        if (login.encryptsPasswords()) {
            throw new CleanupException(
                    Problem.NO_PASSWORD_SIGN_IN, ATTEMPT, "the login page encrypts passwords before it sends them");
        }
        String base = login.jsonBase(session.address()).toString().replaceAll("/$", "");
        String service = service(login);
        JsonNode found = reply(
                LOOK_UP,
                request(base + "/signin/v2/lookup/" + encoded(credentials.account()))
                        .header("Content-Type", FormBody.CONTENT_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString("mode=primary&cli_time=" + now() + service)));
        JsonNode lookup = found.path("lookup");
        String identifier = lookup.path("identifier").asText("");
        if (identifier.isEmpty()) {
            throw refused(LOOK_UP, found);
        }
        String digest = lookup.path("digest").asText("");
        session.redactor().add(digest);
        boolean directory = usesDirectory(lookup.path("modes").path("allowed_modes"));
        String mode = directory ? DIRECTORY : PASSWORD;
        JsonNode answer = reply(
                ATTEMPT,
                request(base + (directory ? "/onpremise" : "") + "/signin/v2/primary/" + encoded(identifier) + "/"
                                + mode + "?digest=" + encoded(digest) + "&cli_time=" + now() + service)
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                passwordJson(directory ? DIRECTORY : "passwordauth"))));
        int status = answer.path("status_code").asInt(0);
        if (status < 200 || status >= 300) {
            throw refused(ATTEMPT, answer);
        }
        return new SignInReply(answer.path("passwordauth").path("redirect_uri").asText(""), otherwise(answer));
    }

    /** Refuses an account that has no password here, before any password is sent. */
    private boolean usesDirectory(JsonNode allowed) throws CleanupException {
        List<String> modes = new ArrayList<>();
        allowed.forEach(mode -> modes.add(mode.asText("")));
        if (!allowed.isArray() || modes.contains(PASSWORD)) {
            return false;
        }
        if (modes.contains(DIRECTORY)) {
            return true;
        }
        throw new CleanupException(
                Problem.NO_PASSWORD_SIGN_IN,
                LOOK_UP,
                "the account does not sign in with a password, but with: "
                        + session.redactor().excerpt(String.join(", ", modes)));
    }

    /** Why it failed, should the account page not show after a success. */
    private CleanupException otherwise(JsonNode answer) {
        String code = answer.path("code").asText("");
        Optional<SignInCode> known = SignInCode.of(code);
        if (known.isEmpty()) {
            return new CleanupException(
                    Problem.SECOND_FACTOR_REQUIRED,
                    ATTEMPT,
                    "the server wants more than the password (code "
                            + session.redactor().excerpt(code) + ")");
        }
        return known.get().problem() == null
                ? new CleanupException(
                        Problem.SIGN_IN_FAILED,
                        ATTEMPT,
                        "the server says: " + known.get().words() + ". It does not show the account page (code " + code
                                + ")")
                : new CleanupException(
                        known.get().problem(), ATTEMPT, known.get().words() + " (code " + code + ")");
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

    private HttpRequest.Builder request(String address) {
        return session.withCsrfHeader(URI.create(address));
    }

    private String passwordJson(String mode) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return json.objectNode()
                .set(mode, json.objectNode().put(PASSWORD, credentials.password()))
                .toString();
    }

    private JsonNode reply(String attempt, HttpRequest.Builder request) throws CleanupException, InterruptedException {
        WebPage page = session.sendOnce(attempt, request.build()).page();
        if (!page.isJson()) {
            throw new CleanupException(Problem.UNKNOWN_REPLY, attempt, page.described(session.redactor()));
        }
        return page.json();
    }

    private CleanupException refused(String attempt, JsonNode reply) {
        JsonNode error = reply.path("errors").path(0);
        String code = error.path("code").asText(reply.path("code").asText(""));
        String message = error.path("message")
                .asText(reply.path("localized_message")
                        .asText(reply.path("message").asText("")));
        Optional<SignInCode> known = SignInCode.of(code);
        if (known.isPresent() && known.get().problem() != null) {
            String said = session.redactor().excerpt(message);
            return new CleanupException(
                    known.get().problem(),
                    attempt,
                    known.get().words() + " (" + code + (said.isEmpty() ? "" : ": " + said) + ")");
        }
        if (known.isPresent() || code.isEmpty() && message.isEmpty()) {
            return new CleanupException(Problem.UNKNOWN_REPLY, attempt, "a JSON reply that we don't know");
        }
        CleanupException refusal =
                SignInRefusal.of(attempt, message, session.redactor().excerpt(message));
        return code.isEmpty()
                ? refusal
                : new CleanupException(
                        refusal.problem(),
                        attempt,
                        refusal.observed() + " (a code that we don't know: "
                                + session.redactor().excerpt(code) + ")");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static long now() {
        return Clock.systemUTC().millis();
    }
}
