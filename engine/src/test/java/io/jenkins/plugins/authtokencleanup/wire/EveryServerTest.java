package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.CsrfSource;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.NeverUsedStyle;
import io.jenkins.plugins.authtokencleanup.testserver.RedirectStyle;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server is like within the contract: exactly the stale tokens go, with one sign-in and one sign-out. */
class EveryServerTest {
    private static final int TOKENS = 60;

    private final Instant now = Instant.now();
    private final List<TestToken> tokens = Account.mixed(now, TOKENS);

    private ServerSettings server() {
        return AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .tokens(tokens);
    }

    private CleanupReport cleansExactly(ServerSettings settings, ZoneId zone) {
        try (AnalyticsServer server = settings.start()) {
            CleanupReport report = Cleanup.of(server).zone(zone).batchSize(10).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()), "the surviving set");
            assertEquals(
                    Account.descriptions(tokens.stream()
                            .filter(token -> token.description().startsWith("stale"))
                            .toList()),
                    Cleanup.descriptions(report, TokenOutcome.REMOVED));
            assertSignedInAndOutOnce(server);
            return report;
        }
    }

    private static void assertSignedInAndOutOnce(AnalyticsServer server) {
        assertEquals(1, server.signInAttempts(), "one sign-in");
        assertEquals(1, server.signOuts(), "one sign-out");
        assertEquals(0, server.openSessions(), "no session left");
        assertTrue(server.log().stream().noneMatch(request -> request.asksFor("delete_all")));
    }

    static Stream<Arguments> waysToSignIn() {
        List<Arguments> all = new ArrayList<>();
        for (SignInKind signIn : SignInKind.values()) {
            for (AccountsPage page : AccountsPage.values()) {
                for (RedirectStyle redirects : RedirectStyle.values()) {
                    for (String prefix : List.of("", "/analytics")) {
                        for (CsrfSource csrf : CsrfSource.values()) {
                            all.add(Arguments.of(signIn, page, redirects, prefix, csrf));
                        }
                    }
                }
            }
        }
        return Sample.oneIn(11, all).stream();
    }

    @ParameterizedTest
    @MethodSource("waysToSignIn")
    void every_way_to_sign_in_is_taken(
            SignInKind signIn, AccountsPage page, RedirectStyle redirects, String prefix, CsrfSource csrf) {
        cleansExactly(
                signIn.of(server().accountsPage(page))
                        .redirects(redirects)
                        .prefix(prefix)
                        .csrfSource(csrf)
                        .rotateCsrf(true)
                        .requireBrowserAgent(true),
                null);
    }

    @ParameterizedTest
    @EnumSource(SignInKind.class)
    void https_with_a_certificate_of_its_own_is_trusted_by_its_pem(SignInKind signIn) {
        cleansExactly(signIn.of(server()).https(true), null);
        cleansExactly(signIn.of(server().accountsPage(AccountsPage.JSON)).https(true), null);
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void an_announcement_after_the_sign_in_does_not_stop_the_run(AccountsPage page) {
        cleansExactly(server().accountsPage(page).signIn(SignInBehaviour.ANNOUNCEMENT), null);
    }

    @Test
    void a_csrf_pair_of_other_names_without_a_cookie_is_read_afresh_before_each_request() {
        cleansExactly(server().csrfName("xsrf", "xsrfparam").csrfCookie(false).rotateCsrf(true), null);
    }

    @Test
    void an_auth_page_that_names_its_address_in_a_script_only_is_recognised() {
        cleansExactly(server().generation(LoginGeneration.AUTH).authInScript(true), null);
    }

    static Stream<Arguments> stylesAndZones() {
        List<Arguments> all = new ArrayList<>();
        for (DateStyle style : DateStyle.values()) {
            for (String zone : List.of("UTC", "Asia/Kolkata", "America/Chicago", "Europe/London", "Pacific/Auckland")) {
                if (style != DateStyle.FRENCH) {
                    all.add(Arguments.of(style, zone, true));
                    all.add(Arguments.of(style, zone, false));
                }
            }
        }
        return Sample.oneIn(3, all).stream();
    }

    /** The tokens are three days clear of the boundary: a day without a time and a zone can be off by 50 hours. */
    @ParameterizedTest
    @MethodSource("stylesAndZones")
    void every_date_style_is_read_in_every_zone(DateStyle style, String zone, boolean named) {
        cleansExactly(server().dateStyle(style).zone(ZoneId.of(zone)), named ? ZoneId.of(zone) : null);
    }

    @ParameterizedTest
    @EnumSource(value = NeverUsedStyle.class, names = "CREATION_TIME", mode = EnumSource.Mode.EXCLUDE)
    void tokens_never_used_are_kept(NeverUsedStyle style) {
        cleansExactly(server().neverUsedStyle(style), null);
    }

    static Stream<Arguments> columnOrders() {
        List<Column> order = new ArrayList<>(Arrays.asList(Column.values()));
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            order.add(order.remove(0));
            all.add(Arguments.of((Object) order.toArray(Column[]::new)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("columnOrders")
    void columns_are_found_in_any_order(Column[] order) {
        cleansExactly(server().columns(order), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last Accessed Time", "Last Accessed On", "Last Access", "LAST ACCESSED", "Last used"})
    void the_headers_wording_may_vary(String header) {
        cleansExactly(server().header(Column.LAST_ACCESSED, header), null);
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void handles_that_change_with_each_load_are_read_afresh(AccountsPage page) {
        cleansExactly(server().accountsPage(page).volatileHandles(true), null);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50})
    void what_a_display_cap_hides_is_worked_through(int cap) {
        // Those that are kept come last, so that all stale ones come into view.
        tokens.sort(Comparator.comparing(token -> !token.description().startsWith("stale")));
        try (AnalyticsServer server = server().displayCap(cap).start()) {
            CleanupReport report = Cleanup.of(server).batchSize(10).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
            assertSignedInAndOutOnce(server);
        }
    }

    @Test
    void both_at_once_are_worked_through() {
        tokens.sort(Comparator.comparing(token -> !token.description().startsWith("stale")));
        try (AnalyticsServer server =
                server().displayCap(10).volatileHandles(true).start()) {
            CleanupReport report = Cleanup.of(server).batchSize(10).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
        }
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void a_second_run_removes_nothing(AccountsPage page) {
        try (AnalyticsServer server = server().accountsPage(page).start()) {
            Cleanup.of(server).run();
            CleanupReport second = Cleanup.of(server).run();
            assertEquals(0, second.counts().removed());
            assertEquals(0, second.counts().failed());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
        }
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void a_preview_sends_nothing_that_changes_the_server(AccountsPage page) {
        try (AnalyticsServer server = server().accountsPage(page).start()) {
            CleanupReport report = Cleanup.of(server).preview().run();
            assertEquals(RunOutcome.DONE, report.outcome());
            assertEquals(24, report.counts().wouldRemove());
            assertEquals(Account.descriptions(tokens), Account.descriptions(server.tokens()));
            assertTrue(server.log().stream()
                    .filter(request -> !request.method().equals("GET"))
                    .allMatch(request ->
                            request.kind() == RequestKind.LOGIN || request.kind() == RequestKind.LOGIN_LOOKUP));
            assertSignedInAndOutOnce(server);
        }
    }
}
