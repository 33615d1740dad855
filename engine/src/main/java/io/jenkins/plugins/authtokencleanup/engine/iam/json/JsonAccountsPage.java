package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Limits;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ServerResponse;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.Backoff;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The AuthTokens page that servers have had since 2021 (contract, sections 9 and 10). */
public final class JsonAccountsPage implements AuthTokenSession {
    static final String ATTEMPT = "Read the AuthTokens page";
    private static final String KIND = "json";
    private static final String LIST =
            "/iam/webclient/v1/account/self/user/self?include=User,Preferences,ActiveAuthtokens";
    /** Several handles are removed one after the other, and removal is allowed for a few minutes only. */
    private static final int DEFAULT_BATCH = 20;
    /** Servers record use no more often. */
    private static final Duration RECORDED_EVERY = Duration.ofMinutes(30);

    private final IamSession session;
    private final ZoneId zone;
    private final JsonRemovalRequest removal;

    /**
     * The page of a session that is signed in.
     *
     * @param session the session
     * @param shell the account page
     * @param zone the server's zone as the user names it, null for none; times are read by proof in any case
     * @throws CleanupException if the account page has no AuthTokens
     */
    public JsonAccountsPage(IamSession session, WebPage shell, ZoneId zone) throws CleanupException {
        if (!shell.hasAuthTokensMenu()) {
            throw new CleanupException(Problem.NO_AUTHTOKENS_MENU, ATTEMPT, "the account page has no AuthTokens menu");
        }
        this.session = session;
        this.zone = zone;
        this.removal = new JsonRemovalRequest(session);
    }

    @Override
    public int defaultBatch() {
        return DEFAULT_BATCH;
    }

    @Override
    public TokenListing list(Duration atMost) throws CleanupException, InterruptedException {
        return load(atMost, session.backoff());
    }

    @Override
    public TokenListing listOnce(Duration atMost) throws CleanupException, InterruptedException {
        return load(atMost, Backoff.none());
    }

    @Override
    public RemovalReply remove(List<AuthToken> batch) throws InterruptedException {
        return removal.send(batch);
    }

    @Override
    public List<AuthToken> nameableAtOnce(List<AuthToken> tokens) {
        return JsonRemovalRequest.nameableAtOnce(tokens);
    }

    private TokenListing load(Duration atMost, Backoff backoff) throws CleanupException, InterruptedException {
        HttpRequest request =
                session.withCsrfHeader(session.address().at(LIST)).GET().build();
        ServerResponse response = session.get(ATTEMPT, request, Limits.page(atMost), backoff);
        JsonTokenList list = JsonTokenList.of(json(response), session.redactor());
        return new TokenListing(
                list.tokens(),
                response.serverTime(ATTEMPT),
                new PageDetails(
                        KIND,
                        list.columns(),
                        true,
                        timesReadBy(list),
                        list.useRecorded(),
                        RECORDED_EVERY,
                        warnings(list)));
    }

    private String timesReadBy(JsonTokenList list) {
        String how = session.redactor().excerpt(list.times().explanation());
        return (list.times().areProven() ? "read by " : "not read: ") + how;
    }

    private List<String> warnings(JsonTokenList list) {
        List<String> warnings = new ArrayList<>();
        if (zone != null && list.times().contradicts(zone)) {
            warnings.add("The creation times on the page rule out the time zone " + zone
                    + ", which is set for the server. It is ignored: times are "
                    + timesReadBy(list) + ". Remove the setting");
        }
        long doubtful = list.usedWithoutRecord();
        if (doubtful > 0) {
            warnings.add(doubtful + " AuthToken" + (doubtful == 1 ? " shows" : "s show")
                    + " a last access after the creation, but not from where: the later"
                    + " of the two times counts as the last access");
        }
        return warnings;
    }

    private JsonNode json(ServerResponse response) throws CleanupException {
        WebPage page = response.page();
        if (response.redirects() || page.leadsToLogin()) {
            throw new CleanupException(
                    Problem.SESSION_LOST, ATTEMPT, "the server shows its login page instead of the list");
        }
        if (!page.isJson()) {
            throw new CleanupException(Problem.UNKNOWN_PAGE, ATTEMPT, page.described(session.redactor()));
        }
        if (page.jsonError().sessionGone() || page.jsonError().wantsPassword()) {
            throw page.jsonError().problem(ATTEMPT, page.status(), session.redactor());
        }
        return page.json();
    }
}
