package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import java.net.http.HttpRequest;
import java.util.Collection;
import java.util.function.BiFunction;

/**
 * Sends a removal request once. Understands the replies that both kinds of AuthTokens page have in common: throttling,
 * a lost session, no reply at all.
 */
public final class RemovalExchange {
    /** What is attempted, in words. */
    public static final String ATTEMPT = "Remove AuthTokens";

    private final IamSession session;

    /**
     * For requests in a session.
     *
     * @param session the session
     */
    public RemovalExchange(IamSession session) {
        this.session = session;
    }

    /**
     * Sends a request. If the thread is interrupted meanwhile, its flag is set and the reply is unclear, because the
     * request may take effect.
     *
     * @param request the request
     * @param handles what it names; the server may echo it
     * @param understood the page's own replies; the redactor cleans what a message quotes of them
     * @return what the server answered
     */
    public RemovalReply send(
            HttpRequest request, Collection<String> handles, BiFunction<WebPage, Redactor, RemovalReply> understood) {
        Redactor redactor = session.redactor().with(handles);
        try {
            ServerResponse response = session.send(ATTEMPT, request, Limits.change(session.timeout()));
            if (response.throttles()) {
                return new RemovalReply.Throttled(response.retryAfter());
            }
            return response.redirects()
                    ? unclear(Problem.SESSION_LOST, "the server redirects to another page")
                    : understood(response.page(), redactor, understood);
        } catch (CleanupException e) {
            return new RemovalReply.Unclear(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unclear(Problem.UNKNOWN_REPLY, "interrupted before the reply was read");
        }
    }

    private static RemovalReply understood(
            WebPage page, Redactor redactor, BiFunction<WebPage, Redactor, RemovalReply> others) {
        if (page.leadsToLogin()) {
            return unclear(Problem.SESSION_LOST, "the server shows its login page instead of a reply");
        }
        JsonError error = page.jsonError();
        if (page.isJson() && (error.sessionGone() || error.wantsPassword())) {
            return new RemovalReply.Denied(error.problem(ATTEMPT, page.status(), redactor));
        }
        return others.apply(page, redactor);
    }

    /**
     * An unclear reply.
     *
     * @param problem the problem
     * @param observed what came
     * @return the reply
     */
    public static RemovalReply unclear(Problem problem, String observed) {
        return new RemovalReply.Unclear(new CleanupException(problem, ATTEMPT, observed));
    }
}
