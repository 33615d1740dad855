package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.HttpTransport;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Limits;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.Credentials;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.SignInFlow;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.NeverUsedStyle;
import io.jenkins.plugins.authtokencleanup.testserver.SampleTokens;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages as the test server really sends them; what it draws by lot is numbered, so that they are always the same. */
public final class ServedPages {
    public static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");
    public static final String ACCOUNT = "admin@example.com";
    public static final String PASSWORD = "s3cret-<Pa55>&\"x";

    private static final Pattern BY_LOT =
            Pattern.compile("(data-enctoken=\")[^\"]+|(iamcsrcoo=|value=\"|csrfParam = \")[0-9A-Za-z-]{20,}");
    /** However it is escaped. */
    private static final Pattern PORT = Pattern.compile("(?<host>127[^'\"&]{1,40}?(:|3A))\\d{4,5}");

    private ServedPages() {}

    /** Panels with six to fourteen tokens, in all ways of writing that lead to times. */
    public static List<String> panels() {
        List<String> panels = new ArrayList<>();
        panels.add(panel(server(14)));
        panels.add(panel(server(12).dateStyle(DateStyle.ABSOLUTE).zone(ZoneId.of("Asia/Kolkata"))));
        panels.add(panel(server(12).dateStyle(DateStyle.RELATIVE_ONLY).neverUsedStyle(NeverUsedStyle.BLANK)));
        panels.add(panel(server(12).dateStyle(DateStyle.ISO_OFFSET).neverUsedStyle(NeverUsedStyle.CREATION_TIME)));
        panels.add(panel(server(10)
                .dateStyle(DateStyle.DAY_MONTH_TEXT)
                .columns(Column.EXTRA, Column.LAST_ACCESSED, Column.CREATED, Column.DESCRIPTION, Column.SCOPES)));
        panels.add(panel(server(10)
                .dateStyle(DateStyle.ISO_LOCAL)
                .columns(
                        Column.CREATED,
                        Column.EXTRA,
                        Column.TOKEN,
                        Column.LAST_ACCESSED,
                        Column.EXTRA,
                        Column.DESCRIPTION)));
        return panels;
    }

    /** A small panel with one token of each kind. */
    public static String smallPanel() {
        return panel(server(0)
                .tokens(
                        TestToken.named("stale").withId("one").usedDaysAgo(40, NOW),
                        TestToken.named("fresh").withId("two").usedDaysAgo(4, NOW),
                        TestToken.named("never & <none>").withId("three")));
    }

    /** Redirect, login page and account page of each generation. */
    static List<String> signInPages() {
        List<String> pages = new ArrayList<>();
        for (LoginGeneration generation : LoginGeneration.values()) {
            try (AnalyticsServer server = server(1).generation(generation).start()) {
                IamSession session = session(server.url());
                pages.add(session.send(
                                "Redirect",
                                HttpTransport.request(session.address().at(SignInFlow.SHELL))
                                        .build(),
                                limits())
                        .page()
                        .text());
                SignInFlow flow = new SignInFlow(session, new Credentials(ACCOUNT, PASSWORD));
                flow.findLoginPage();
                pages.add(flow.login().page().text());
                pages.add(flow.signIn().text());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return pages.stream().map(ServedPages::numbered).toList();
    }

    public static IamSession session(String url) {
        ConnectionSettings settings = ConnectionSettings.of(ServerAddress.of(url, false), ACCOUNT);
        return new IamSession(settings, HttpClient.newBuilder(), duration -> {}, CleanupListener.SILENT);
    }

    private static ServerSettings server(int tokens) {
        return AnalyticsServer.configure()
                .clock(TestClock.at(NOW))
                .account(ACCOUNT, PASSWORD)
                .tokens(SampleTokens.list(NOW, tokens, 7));
    }

    private static Limits limits() {
        return Limits.page(java.time.Duration.ofSeconds(20));
    }

    private static String panel(ServerSettings settings) {
        try (AnalyticsServer server = settings.start()) {
            IamSession session = session(server.url());
            SignInFlow flow = new SignInFlow(session, new Credentials(ACCOUNT, PASSWORD));
            flow.findLoginPage();
            flow.signIn();
            return numbered(session.send(
                            "Panel",
                            HttpTransport.request(session.address().at("/iam/ui/settings/api-tokens.jsp"))
                                    .build(),
                            limits())
                    .page()
                    .text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String numbered(String page) {
        Matcher lot = BY_LOT.matcher(PORT.matcher(page).replaceAll("${host}8443"));
        StringBuilder numbered = new StringBuilder();
        for (int number = 100; lot.find(); number++) {
            // Handles keep their characters that have to be encoded.
            String drawn = lot.group(1) == null
                    ? lot.group(2) + "drawn-by-lot-number-" + number
                    : lot.group(1) + "drawn/by+lot/number+" + number + "==";
            lot.appendReplacement(numbered, Matcher.quoteReplacement(drawn));
        }
        return lot.appendTail(numbered).toString();
    }
}
