package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.HandleAlphabet;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.NeverUsedStyle;
import io.jenkins.plugins.authtokencleanup.testserver.RedirectStyle;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One run against one server of each make, in a second: what is tried first after a change, and what mutation testing
 * runs. {@link EveryServerTest} has all makes.
 */
class OneOfEachServerTest {
    private final List<TestToken> tokens = Account.mixed(Instant.now(), 15);

    private enum Make {
        CLASSIC(server -> server),
        CLASSIC_BEHIND_A_PREFIX(server -> server.prefix("/analytics")
                .redirects(RedirectStyle.SCRIPT)
                .csrfSource(CsrfSource.HIDDEN_FIELD)
                .rotateCsrf(true)),
        CLASSIC_WITH_OTHER_CSRF_NAMES(
                server -> server.csrfName("xsrf", "xsrfparam").csrfCookie(false).rotateCsrf(true)),
        AUTH(server -> server.generation(LoginGeneration.AUTH)
                .redirects(RedirectStyle.HTTP)
                .rotateCsrf(true)),
        AUTH_IN_A_SCRIPT(server ->
                server.generation(LoginGeneration.AUTH).authInScript(true).csrfSource(CsrfSource.COOKIE_ONLY)),
        FORM(server -> server.generation(LoginGeneration.FORM).requireBrowserAgent(true)),
        V2(server -> server.generation(LoginGeneration.V2).prefix("/a/b").rotateCsrf(true)),
        HTTPS(server -> server.https(true)),
        ANNOUNCEMENT(server -> server.signIn(SignInBehaviour.ANNOUNCEMENT)),
        NEW_HANDLES(server -> server.volatileHandles(true).dateStyle(DateStyle.ISO_OFFSET)),
        OTHER_COLUMNS(server -> server.columns(
                        Column.LAST_ACCESSED, Column.EXTRA, Column.CREATED, Column.DESCRIPTION, Column.TOKEN)
                .dateStyle(DateStyle.DAY_MONTH_NUMERIC)
                .neverUsedStyle(NeverUsedStyle.BLANK)),
        CLASSIC_PAGE_NEW_SIGN_IN(server -> server.hasJsonSignIn(true).rotateCsrf(true)),
        JSON(server -> server.accountsPage(AccountsPage.JSON).rotateCsrf(true)),
        JSON_BEHIND_A_PREFIX(server -> server.accountsPage(AccountsPage.JSON)
                .prefix("/analytics")
                .redirects(RedirectStyle.HTTP)
                .csrfSource(CsrfSource.COOKIE_ONLY)),
        JSON_PAGE_OLD_SIGN_IN(server ->
                server.accountsPage(AccountsPage.JSON).hasJsonSignIn(false).generation(LoginGeneration.FORM)),
        JSON_NEW_HANDLES(server -> server.accountsPage(AccountsPage.JSON).volatileHandles(true)),
        JSON_ONE_BY_ONE(server ->
                server.accountsPage(AccountsPage.JSON).jsonPage(page -> page.handles(HandleAlphabet.PUNCTUATED))),
        JSON_IN_ANOTHER_LANGUAGE(server -> server.accountsPage(AccountsPage.JSON)
                .jsonPage(page -> page.datePattern("EEEE, d. MMMM yyyy hh:mm a")
                        .language("fr")
                        .zone(ZoneId.of("Asia/Kolkata"))));

        private final UnaryOperator<ServerSettings> settings;

        Make(UnaryOperator<ServerSettings> settings) {
            this.settings = settings;
        }
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void the_unused_tokens_go_and_no_other(Make make) {
        ServerSettings settings = AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .tokens(tokens);
        try (AnalyticsServer server = make.settings.apply(settings).start()) {
            CleanupReport report = Cleanup.of(server).batchSize(4).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
            assertEquals(6, report.counts().removed());
            assertEquals(1, server.signInAttempts(), "one sign-in");
            assertEquals(1, server.signOuts(), "one sign-out");
            assertEquals(0, server.openSessions(), "no session left");
            assertTrue(server.log().stream().noneMatch(request -> request.asksFor("delete_all")));
        }
    }
}
