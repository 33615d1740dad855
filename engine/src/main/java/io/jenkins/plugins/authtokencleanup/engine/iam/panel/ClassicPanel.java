package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Limits;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ServerResponse;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeReader;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrderDetector;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.ZoneReader;
import io.jenkins.plugins.authtokencleanup.engine.server.AuthTokenSession;
import io.jenkins.plugins.authtokencleanup.engine.server.Backoff;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The classic AuthTokens page: an HTML table (contract, sections 5 and 6). */
public final class ClassicPanel implements AuthTokenSession {
    private static final String KIND = "classic";
    private static final String PATH = "/iam/ui/settings/api-tokens.jsp";
    private static final int DEFAULT_BATCH = 100;

    private final IamSession session;
    private final URI shell;
    private final ZoneId zone;
    private final ZoneReader zones;
    private final Clock clock;
    private final RemovalRequest removal;
    /** Kept between loads: once the rows that show the order are removed, the others are still read by it. */
    private final DayMonthOrderDetector order = new DayMonthOrderDetector();
    /** Decided by the first list, null before: the one row that is left at last can't show that it is numbered. */
    private Boolean marked;

    /**
     * The page of a session that is signed in.
     *
     * @param session the session
     * @param shell the address of the account page, which shows a fresh CSRF value
     * @param zone the server's zone as the user names it, null for "as the page shows"
     * @param clock this machine's clock
     */
    public ClassicPanel(IamSession session, URI shell, ZoneId zone, Clock clock) {
        this.session = session;
        this.shell = shell;
        this.zone = zone;
        this.zones = new ZoneReader(zone);
        this.clock = clock;
        this.removal = new RemovalRequest(session);
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
        if (!session.csrf().fresh()) {
            try {
                // A wait here would make the list old that the removal goes by.
                session.load("Read a fresh CSRF value", shell, Backoff.none());
            } catch (CleanupException e) {
                return e.problem() == Problem.THROTTLED
                        ? new RemovalReply.Throttled(null)
                        : new RemovalReply.Unclear(e);
            }
        }
        return removal.send(batch);
    }

    private TokenListing load(Duration atMost, Backoff backoff) throws CleanupException, InterruptedException {
        ServerResponse response = session.get(Panel.ATTEMPT, session.address().at(PATH), Limits.page(atMost), backoff);
        Panel panel = panel(response);
        Instant serverTime = response.serverTime(Panel.ATTEMPT);
        panel.csrf().ifPresent(session.csrf()::see);
        panel.addTo(order);
        if (marked == null) {
            marked = !panel.marksAreRowNumbers();
        }
        // Relative texts are read by the later one of two clocks, so that no token gets older by a wrong one.
        Instant here = clock.instant();
        Instant now = serverTime.isBefore(here) ? here : serverTime;
        List<AuthToken> tokens = panel.tokens(new AccessTimeReader(zones, now), order.order(), marked);
        return new TokenListing(tokens, serverTime, details(panel));
    }

    private PageDetails details(Panel panel) {
        PageDetails shown = PageDetails.asShown(KIND, panel.columns(), panel.oneDescription());
        return zone == null ? shown : shown.timesReadBy("read as the page shows them, in the time zone " + zone);
    }

    private Panel panel(ServerResponse response) throws CleanupException {
        if (response.redirects()) {
            session.address().resolve(response.uri(), response.header("Location"), Panel.ATTEMPT);
            throw new CleanupException(Problem.SESSION_LOST, Panel.ATTEMPT, "the server redirects to another page");
        }
        WebPage page = response.page();
        if (page.isJson()) {
            throw page.jsonError().problem(Panel.ATTEMPT, page.status(), session.redactor());
        }
        if (page.status() != 200) {
            throw new CleanupException(Problem.UNKNOWN_REPLY, Panel.ATTEMPT, page.described(session.redactor()));
        }
        return Panel.of(page.text(), session.redactor()).orElseThrow(() -> noPanel(page));
    }

    private CleanupException noPanel(WebPage page) {
        if (page.leadsToLogin()) {
            return new CleanupException(Problem.SESSION_LOST, Panel.ATTEMPT, "the server shows its login page instead");
        }
        String text = session.redactor().excerpt(page.visibleText());
        String observed;
        if (page.isMarkup()) {
            observed = text.isEmpty() ? "it has no token table" : "it has no token table. It says: " + text;
        } else {
            observed = text.isEmpty() ? "it is empty" : "it is no page at all, but: " + text;
        }
        return new CleanupException(Problem.UNKNOWN_PAGE, Panel.ATTEMPT, observed);
    }
}
