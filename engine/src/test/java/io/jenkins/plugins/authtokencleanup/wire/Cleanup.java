package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRun;
import io.jenkins.plugins.authtokencleanup.engine.run.RemovalJournal;
import io.jenkins.plugins.authtokencleanup.engine.run.ReportCheck;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.engine.server.Sleeper;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One run of the real engine against a test server. Waits take no time. */
final class Cleanup {
    static final String ACCOUNT = "admin@example.com";
    static final String PASSWORD = "s3cret-Pa55";

    private CleanupPolicy policy = Policies.vendorsAdvice();
    private boolean preview;
    private Integer batchSize;
    private RemovalCap cap = RemovalCap.NONE;
    private Clock clock = Clock.systemUTC();
    private Duration timeout = Duration.ofSeconds(10);
    private ZoneId zone;
    private String url;
    private String password = PASSWORD;
    private String pem;
    private List<PlanRestriction> restrictions = List.of();
    private CleanupListener listener = CleanupListener.SILENT;
    private RemovalJournal journal = RemovalJournal.NONE;
    private Sleeper sleeper = duration -> {};

    private Cleanup(String url, String pem) {
        this.url = url;
        this.pem = pem;
    }

    static Cleanup of(AnalyticsServer server) {
        return new Cleanup(server.url(), server.url().startsWith("https") ? server.certificatePem() : null)
                .clock(server.clock());
    }

    /** A run against a server in another process. */
    static Cleanup at(String url) {
        return new Cleanup(url, null);
    }

    Cleanup policy(CleanupPolicy value) {
        policy = value;
        return this;
    }

    Cleanup cap(RemovalCap value) {
        cap = value;
        return this;
    }

    /** This machine's clock; the server's if nothing else is said. */
    Cleanup clock(Clock value) {
        clock = value;
        return this;
    }

    Cleanup preview() {
        preview = true;
        return this;
    }

    Cleanup batchSize(int value) {
        batchSize = value;
        return this;
    }

    Cleanup timeout(Duration value) {
        timeout = value;
        return this;
    }

    Cleanup zone(ZoneId value) {
        zone = value;
        return this;
    }

    Cleanup url(String value) {
        url = value;
        return this;
    }

    Cleanup password(String value) {
        password = value;
        return this;
    }

    Cleanup trust(String value) {
        pem = value;
        return this;
    }

    Cleanup restricted(PlanRestriction... all) {
        restrictions = List.of(all);
        return this;
    }

    Cleanup listener(CleanupListener value) {
        listener = value;
        return this;
    }

    Cleanup journal(RemovalJournal value) {
        journal = value;
        return this;
    }

    /** Hears of each wait, and takes no time for it. */
    Cleanup sleeper(Sleeper value) {
        sleeper = value;
        return this;
    }

    AnalyticsConnection connection() {
        ConnectionSettings settings = new ConnectionSettings(ServerAddress.of(url, false), ACCOUNT, pem, zone, timeout);
        return new AnalyticsConnection(settings, password, HttpClient.newBuilder(), clock, sleeper);
    }

    CleanupReport run() {
        AnalyticsConnection connection = connection();
        CleanupRequest request =
                new CleanupRequest(connection.settings(), policy, cap, preview, batchSize, restrictions);
        Instant sent = clock.instant();
        CleanupReport report = new CleanupRun(connection, request, listener, clock, sleeper)
                .journal(journal)
                .perform();
        assertConsistent(report);
        assertEquals(List.of(), new ReportCheck(request, sent, clock.instant()).differences(report));
        return report;
    }

    /** Lists the tokens; fails with the exception that a user would see. */
    TokenListing list() throws CleanupException, InterruptedException {
        AnalyticsConnection connection = connection();
        try {
            return connection.open(listener).list(timeout);
        } finally {
            connection.close();
        }
    }

    private static void assertConsistent(CleanupReport report) {
        var counts = report.counts();
        assertEquals(
                counts.listed(),
                counts.removed() + counts.kept() + counts.failed() + counts.notAttempted() + counts.wouldRemove(),
                "listed is the sum of all the others");
        assertEquals(report.tokens().size(), counts.listed());
        assertEquals(
                report.tokens().size(),
                report.tokens().stream().map(TokenReport::id).distinct().count(),
                "ids are unique");
    }

    /** The descriptions of tokens with an outcome, sorted. */
    static List<String> descriptions(CleanupReport report, TokenOutcome outcome) {
        return report.tokens().stream()
                .filter(token -> token.outcome() == outcome)
                .map(TokenReport::description)
                .sorted()
                .toList();
    }
}
