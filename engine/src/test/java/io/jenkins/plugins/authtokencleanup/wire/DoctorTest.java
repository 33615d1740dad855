package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding.Status;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.SignInBehaviour;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doctor sees what a cleanup would see, says what is unusual, and changes nothing. */
class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");

    private static final String AS_SHOWN = "read as the page shows them, or in a time zone that you name";

    private final List<DoctorFinding> findings = new ArrayList<>();

    private static ServerSettings server() {
        return AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .clock(TestClock.at(NOW))
                .tokens(
                        TestToken.named("a").usedDaysAgo(40, NOW),
                        TestToken.named("b").usedDaysAgo(4, NOW),
                        TestToken.named("c").usedDaysAgo(3, NOW),
                        TestToken.named("d").neverUsed());
    }

    private ExitCode examine(AnalyticsServer server, Cleanup settings, Instant localTime) throws InterruptedException {
        ExitCode code =
                new Doctor(settings.connection(), Clock.fixed(localTime, ZoneOffset.UTC), findings::add).examine();
        assertEquals(0, server.log(RequestKind.REMOVE).size());
        assertEquals(4, server.tokens().size());
        assertEquals(0, server.openSessions(), "signed out");
        return code;
    }

    private ExitCode examine(AnalyticsServer server) throws InterruptedException {
        return examine(server, Cleanup.of(server), NOW);
    }

    private List<String> steps() {
        return findings.stream()
                .map(finding -> finding.status() + " " + finding.step())
                .toList();
    }

    private DoctorFinding finding(String step) {
        return findings.stream()
                .filter(finding -> finding.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void a_server_that_can_be_cleaned_up_is_described_step_by_step() throws Exception {
        try (AnalyticsServer server = server().start()) {
            assertEquals(ExitCode.DONE, examine(server));
            String encrypt = "Use https unless nobody else can listen on the way";
            assertEquals(
                    List.of(
                            new DoctorFinding(Status.WARNING, "Address", server.url() + " is not encrypted", encrypt),
                            new DoctorFinding(Status.OK, "Connection", "connected", ""),
                            new DoctorFinding(
                                    Status.OK,
                                    "Login page",
                                    "login page of the kind \"classic\", as servers had until about 2021",
                                    ""),
                            new DoctorFinding(Status.OK, "Sign-in", "signed in as admin@example.com", ""),
                            new DoctorFinding(
                                    Status.OK,
                                    "Clock",
                                    "the server's clock says 2026-06-11T05:00:11Z, 0 s ahead of this machine's",
                                    ""),
                            new DoctorFinding(
                                    Status.OK,
                                    "AuthTokens page",
                                    "complete, with 4 AuthTokens; the classic page, a table as servers had until about"
                                            + " 2021",
                                    ""),
                            new DoctorFinding(
                                    Status.OK,
                                    "Columns",
                                    "AuthToken | Scopes | IP Address | Description | Last Accessed Time | Action",
                                    ""),
                            new DoctorFinding(
                                    Status.OK,
                                    "Dates",
                                    "3 readable (0 of them as a span), 1 never used, 0 unreadable; times are "
                                            + AS_SHOWN,
                                    ""),
                            new DoctorFinding(Status.OK, "Sign-out", "signed out", "")),
                    findings);
            assertEquals(1, server.signInAttempts());
        }
    }

    @Test
    void an_encrypted_address_says_why_its_certificate_is_trusted() throws Exception {
        try (AnalyticsServer server = server().https(true).start()) {
            assertEquals(ExitCode.DONE, examine(server));
            assertEquals(new DoctorFinding(Status.OK, "Address", server.url(), ""), findings.get(0));
            assertEquals(
                    "connected; the certificate is trusted, with 1 certificate trusted besides this Java's",
                    finding("Connection").saw());
            findings.clear();
            String twice = server.certificatePem() + server.certificatePem();
            examine(server, Cleanup.of(server).trust(twice), NOW);
            assertTrue(finding("Connection").saw().endsWith("with 2 certificates trusted besides this Java's"));
        }
    }

    @ParameterizedTest
    @CsvSource({"-301, WARNING, behind", "-300, OK, behind", "300, OK, ahead of", "301, WARNING, ahead of"})
    void a_clock_that_is_more_than_five_minutes_off_is_warned_of(int aheadBy, Status status, String words)
            throws Exception {
        try (AnalyticsServer server = server().start()) {
            assertEquals(ExitCode.DONE, examine(server, Cleanup.of(server), NOW.minusSeconds(aheadBy)));
            DoctorFinding clock = finding("Clock");
            assertEquals(status, clock.status());
            assertTrue(clock.saw().endsWith(Math.abs(aheadBy) + " s " + words + " this machine's"), clock.saw());
            assertEquals(status == Status.OK, clock.advice().isEmpty());
        }
    }

    @Test
    void dates_that_can_not_be_read_are_counted_and_one_is_shown() throws Exception {
        try (AnalyticsServer server = server().dateStyle(DateStyle.FRENCH).start()) {
            assertEquals(ExitCode.DONE, examine(server));
            DoctorFinding dates = finding("Dates");
            assertEquals(Status.WARNING, dates.status());
            assertTrue(
                    dates.saw().startsWith("0 readable (0 of them as a span), 1 never used, 3 unreadable, such as \""),
                    dates.saw());
            assertEquals("AuthTokens with unreadable dates are always kept; look at them by hand", dates.advice());
        }
    }

    @Test
    void dates_without_a_time_are_spans() throws Exception {
        try (AnalyticsServer server =
                server().dateStyle(DateStyle.RELATIVE_ONLY).start()) {
            assertEquals(ExitCode.DONE, examine(server));
            assertEquals(
                    "3 readable (3 of them as a span), 1 never used, 0 unreadable; times are " + AS_SHOWN,
                    finding("Dates").saw());
        }
    }

    @Test
    void a_sign_in_that_is_refused_is_the_problem() throws Exception {
        try (AnalyticsServer server = server().signIn(SignInBehaviour.CAPTCHA).start()) {
            assertEquals(ExitCode.SIGN_IN_REFUSED, examine(server));
            assertEquals(List.of("WARNING Address", "OK Connection", "OK Login page", "PROBLEM Sign-in"), steps());
            assertTrue(finding("Sign-in").advice().length() > 20);
            assertEquals(0, server.log(RequestKind.LOGOUT).size(), "nobody is signed in");
        }
    }

    @Test
    void a_login_page_that_nobody_knows_is_the_problem() throws Exception {
        try (AnalyticsServer server =
                server().signIn(SignInBehaviour.UNKNOWN_PAGE).start()) {
            assertEquals(ExitCode.NOT_RECOGNISED, examine(server));
            assertEquals(List.of("WARNING Address", "PROBLEM Login page"), steps());
            assertTrue(finding("Login page").saw().startsWith("Find the login page: "));
        }
    }

    @Test
    void a_panel_that_can_not_be_used_is_the_problem_and_the_doctor_signs_out() throws Exception {
        try (AnalyticsServer server = server().handlesOnPage(false).start()) {
            assertEquals(ExitCode.NOT_RECOGNISED, examine(server));
            assertEquals("PROBLEM AuthTokens page", steps().get(4));
            assertEquals("OK Sign-out", steps().get(5));
            assertEquals(1, server.signOuts());
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_problem_of_the_connection() throws Exception {
        try (AnalyticsServer server = server().https(true).start()) {
            assertEquals(
                    ExitCode.NOT_REACHED, examine(server, Cleanup.of(server).trust(null), NOW));
            assertEquals(List.of("OK Address", "PROBLEM Connection"), steps());
        }
    }

    @Test
    void a_page_without_one_column_of_descriptions_is_warned_of_with_those_that_are_there() throws Exception {
        try (AnalyticsServer server = server().header(Column.DESCRIPTION, "Purpose")
                .header(Column.LAST_ACCESSED, "Letzte Zugriffszeit")
                .start()) {
            assertEquals(ExitCode.DONE, examine(server));
            DoctorFinding columns = finding("Columns");
            assertEquals(Status.WARNING, columns.status());
            assertEquals(
                    "no single column of descriptions among: AuthToken | Scopes | IP Address | Purpose | Letzte Zugriffszeit"
                            + " | Action",
                    columns.saw());
            assertTrue(columns.advice().startsWith("keepNewest can't be used with this page"), columns.advice());
        }
    }

    @Test
    void an_unknown_header_is_the_problem_and_names_what_is_missed() throws Exception {
        try (AnalyticsServer server =
                server().header(Column.LAST_ACCESSED, "Zuletzt gesehen").start()) {
            assertEquals(ExitCode.NOT_RECOGNISED, examine(server));
            assertEquals(
                    "Read the AuthTokens page: no column is the Last Accessed Time among: AuthToken | Scopes | IP Address"
                            + " | Description | Zuletzt gesehen | Action",
                    finding("AuthTokens page").saw());
        }
    }

    @Test
    void a_time_zone_that_the_user_names_is_said() throws Exception {
        try (AnalyticsServer server = server().start()) {
            examine(server, Cleanup.of(server).zone(ZoneId.of("Asia/Tokyo")), NOW);
            assertTrue(finding("Dates").saw().endsWith("read as the page shows them, in the time zone Asia/Tokyo"));
        }
    }
}
