package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.RemovalExchange;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Removes named tokens on the JSON page (contract, section 10). The only place that can build such a request. The same
 * address without a handle would remove all tokens, so the address is checked once more when it is complete.
 */
final class JsonRemovalRequest {
    private static final String PATH = "/iam/webclient/v1/account/self/user/self/activeauthtokens/";
    private static final int LONGEST_ADDRESS = 4_000;
    private static final int LONGEST_LIST = 3_500;
    /** Good in a list of several handles. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");
    /** Good alone, with eight letters or digits among its characters. */
    private static final Pattern ALONE = Pattern.compile("[A-Za-z0-9=+\\-_.]+");

    private static final int LEAST_PLAIN = 8;

    private final IamSession session;
    private final RemovalExchange exchange;

    JsonRemovalRequest(IamSession session) {
        this.session = session;
        this.exchange = new RemovalExchange(session);
    }

    /**
     * A handle that names one token, whatever a proxy makes of the address.
     *
     * @param key the key of a token in the list
     * @return null if it must not be sent
     */
    static RemovalHandle handle(String key) {
        long plain = key.chars().filter(Character::isLetterOrDigit).count();
        boolean allowed = PLAIN.matcher(key).matches() || ALONE.matcher(key).matches() && plain >= LEAST_PLAIN;
        return allowed && key.length() < LONGEST_ADDRESS / 4 ? new RemovalHandle(key) : null;
    }

    RemovalReply send(List<AuthToken> batch) {
        List<String> handles = batch.stream()
                .map(token -> Objects.requireNonNull(token.handle(), "handle").reveal())
                .toList();
        HttpRequest request = session.withCsrfHeader(address(handles))
                .header("X-HTTP-Method-Override", "DELETE")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return exchange.send(request, handles, JsonRemovalRequest::understood);
    }

    /** The leading tokens that one address can name: plain handles together, any other one alone. */
    static List<AuthToken> nameableAtOnce(List<AuthToken> tokens) {
        int length = 0;
        int count = 0;
        for (AuthToken token : tokens) {
            String handle = token.handle().reveal();
            length += handle.length() + 1;
            boolean fits = PLAIN.matcher(handle).matches() && length <= LONGEST_LIST;
            if (count > 0 && !fits) {
                break;
            }
            count++;
            if (!PLAIN.matcher(handle).matches()) {
                break;
            }
        }
        return tokens.subList(0, count);
    }

    private URI address(List<String> handles) {
        boolean good = !handles.isEmpty()
                && (handles.size() == 1
                        ? handle(handles.get(0)) != null
                        : handles.stream()
                                .allMatch(handle -> PLAIN.matcher(handle).matches()));
        if (!good) {
            throw new IllegalArgumentException("A removal names at least one token, by handles that can be sent");
        }
        String named = handles.size() == 1
                ? URLEncoder.encode(handles.get(0), StandardCharsets.UTF_8)
                : String.join(",", handles);
        URI address = session.address().at(PATH + named);
        String path = address.normalize().getPath();
        if (!path.endsWith("/activeauthtokens/" + String.join(",", handles))
                || address.toString().length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("The address would not name exactly the tokens to be removed");
        }
        return address;
    }

    private static RemovalReply understood(WebPage page, Redactor redactor) {
        if (!page.isJson()) {
            return RemovalExchange.unclear(Problem.UNKNOWN_REPLY, page.described(redactor));
        }
        JsonNode answer = page.json();
        JsonNode errors = answer.path("errors");
        int status = answer.path("status_code").asInt(0);
        if (status >= 200 && status < 300 && errors.isEmpty()) {
            return new RemovalReply.Accepted();
        }
        String code = errors.path(0).path("code").asText("");
        if (code.isEmpty()) {
            return RemovalExchange.unclear(
                    Problem.UNKNOWN_REPLY, "HTTP " + page.status() + ", a JSON reply that we don't know");
        }
        return switch (code) {
            case "IN116" -> new RemovalReply.InvalidHandle();
            case "PP112" ->
                new RemovalReply.Denied(new CleanupException(
                        Problem.PASSWORD_WANTED_AGAIN, RemovalExchange.ATTEMPT, "the server wants the password again"));
            default -> RemovalExchange.unclear(Problem.UNKNOWN_REPLY, JsonError.words(answer, redactor));
        };
    }
}
