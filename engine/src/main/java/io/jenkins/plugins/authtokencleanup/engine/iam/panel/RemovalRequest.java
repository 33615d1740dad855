package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.FormBody;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Limits;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ServerResponse;
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
    private static final String ATTEMPT = "Remove AuthTokens";
    private static final String PATH = "/iam/u/authtoken";

    private final IamSession session;

    public RemovalRequest(IamSession session) {
        this.session = session;
    }

    public RemovalReply send(List<AuthToken> batch) {
        FormBody body = new FormBody()
                .with("action", "delete_selected")
                .with("authtokens", handles(batch))
                .with(session.csrf().pair());
        HttpRequest request = HttpTransport.request(session.address().at(PATH))
                .header("Content-Type", FormBody.CONTENT_TYPE)
                .header("X-Requested-With", "XMLHttpRequest")
                .POST(body.publisher())
                .build();
        try {
            return understood(session.send(ATTEMPT, request, Limits.change(session.timeout())));
        } catch (CleanupException e) {
            return new RemovalReply.Unclear(e);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    /** The request is out and may take effect: the caller sees the interruption in the thread's flag. */
    private static RemovalReply interrupted() {
        Thread.currentThread().interrupt();
        return new RemovalReply.Unclear(new CleanupException(Problem.UNKNOWN_REPLY, ATTEMPT, "interrupted before the reply was read"));
    }

    /** Comma after the last one too. */
    private static String handles(List<AuthToken> batch) {
        StringBuilder handles = new StringBuilder();
        for (AuthToken token : batch) {
            handles.append(Objects.requireNonNull(token.handle(), "handle").reveal())
                    .append(',');
        }
        if (handles.length() == 0) {
            throw new IllegalArgumentException("A removal names at least one token");
        }
        return handles.toString();
    }

    private RemovalReply understood(ServerResponse response) {
        if (response.throttles()) {
            return new RemovalReply.Throttled(response.retryAfter());
        }
        WebPage page = response.page();
        String text = page.text().strip();
        switch (text) {
            case "SUCCESS_SELECTED":
            case "SUCCESS_ALL":
            case "SUCCESS":
                return new RemovalReply.Accepted();
            case "INVALID_TOKEN":
                return new RemovalReply.InvalidHandle();
            case "WRITE_OPERATION_NOT_ALLOWED":
                return new RemovalReply.Denied(new CleanupException(Problem.WRITE_DENIED, ATTEMPT, "the server says: " + text));
            default:
                return page.isJson() ? ofJson(page) : unclear(page);
        }
    }

    private RemovalReply ofJson(WebPage page) {
        JsonError error = page.jsonError();
        CleanupException problem = error.problem(ATTEMPT, page.status(), session.redactor());
        return error.sessionGone() || error.wantsPassword()
                ? new RemovalReply.Denied(problem)
                : new RemovalReply.Unclear(problem);
    }

    private RemovalReply unclear(WebPage page) {
        return new RemovalReply.Unclear(
                page.leadsToLogin()
                        ? new CleanupException(Problem.SESSION_LOST, ATTEMPT, "the server shows its login page instead of a reply")
                        : new CleanupException(Problem.UNKNOWN_REPLY, ATTEMPT, page.described(session.redactor())));
    }
}
