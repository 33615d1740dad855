package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.RemovalExchange;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;

/**
 * Removes named tokens (section 6). This is the only place that can build a removal request, and {@code
 * delete_selected} with handles is the only one that it can build: there is no code here that removes what is not
 * named.
 */
public final class RemovalRequest {
    private static final String PATH = "/iam/u/authtoken";

    private final IamSession session;
    private final RemovalExchange exchange;

    public RemovalRequest(IamSession session) {
        this.session = session;
        this.exchange = new RemovalExchange(session);
    }

    public RemovalReply send(List<AuthToken> batch) {
        List<String> handles = batch.stream()
                .map(token -> Objects.requireNonNull(token.handle(), "handle").reveal())
                .toList();
        if (handles.isEmpty()) {
            throw new IllegalArgumentException("A removal names at least one token");
        }
        // Comma after the last one too.
        FormBody body = new FormBody()
                .with("action", "delete_selected")
                .with("authtokens", String.join(",", handles) + ",")
                .with(session.csrf().pair());
        HttpRequest request = HttpTransport.request(session.address().at(PATH))
                .header("Content-Type", FormBody.CONTENT_TYPE)
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(body.publisher())
                .build();
        return exchange.send(request, handles, RemovalRequest::understood);
    }

    private static RemovalReply understood(WebPage page, Redactor redactor) {
        String text = page.text().strip();
        return switch (text) {
            case "SUCCESS_SELECTED", "SUCCESS_ALL", "SUCCESS" -> new RemovalReply.Accepted();
            case "INVALID_TOKEN" -> new RemovalReply.InvalidHandle();
            case "WRITE_OPERATION_NOT_ALLOWED" ->
                new RemovalReply.Denied(new CleanupException(
                        Problem.WRITE_DENIED,
                        RemovalExchange.ATTEMPT,
                        "the server does not let this account remove AuthTokens (" + text + ")"));
            default -> unclear(page, redactor);
        };
    }

    private static RemovalReply unclear(WebPage page, Redactor redactor) {
        return page.isJson()
                ? new RemovalReply.Unclear(page.jsonError().problem(RemovalExchange.ATTEMPT, page.status(), redactor))
                : RemovalExchange.unclear(Problem.UNKNOWN_REPLY, page.described(redactor));
    }
}
