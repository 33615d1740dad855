package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding.Status;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the doctor says of a server with the JSON page: the page, the proof of its times, and the recording of use. */
class DoctorJsonPageTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");

    private final List<DoctorFinding> findings = new ArrayList<>();

    private static ServerSettings server(long... daysAgo) {
        List<TestToken> tokens = new ArrayList<>(List.of(TestToken.named("never")));
        for (long days : daysAgo) {
            tokens.add(TestToken.named("used " + days).usedDaysAgo(days, NOW));
        }
        return AnalyticsServer.configure()
                .accountsPage(AccountsPage.JSON)
                .jsonPage(page -> page.zone(ZoneId.of("Europe/Berlin")))
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .clock(TestClock.at(NOW))
                .tokens(tokens);
    }

    private void examine(AnalyticsServer server, String zone) throws InterruptedException {
        Cleanup cleanup = Cleanup.of(server).zone(zone == null ? null : ZoneId.of(zone));
        assertEquals(ExitCode.DONE, new Doctor(cleanup.connection(), server.clock(), findings::add).examine());
        assertEquals(List.of(), server.log(RequestKind.REMOVE));
    }

    private DoctorFinding finding(String step) {
        return findings.stream()
                .filter(finding -> finding.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_names_page_sign_in_and_proof_and_counts_those_never_used() throws Exception {
        try (AnalyticsServer server = server(40, 3).start()) {
            examine(server, null);
            assertTrue(
                    findings.contains(new DoctorFinding(
                            Status.OK,
                            "Login page",
                            "login page of the kind \"v2\", as servers have had since 2021: first the name, then the password",
                            "")),
                    findings::toString);
            assertTrue(
                    findings.contains(new DoctorFinding(
                            Status.OK,
                            "AuthTokens page",
                            "complete, with 3 AuthTokens; the JSON page that servers have had since 2021",
                            "")),
                    findings::toString);
            assertEquals(
                    new DoctorFinding(
                            Status.OK,
                            "Dates",
                            "2 readable (0 of them as a span), 1 never used, 0 unreadable; times are read by pattern MMM d, yyyy"
                                    + " HH:mm:ss, English, Europe/Berlin, proven by 3 creation times",
                            ""),
                    finding("Dates"));
            assertEquals(
                    new DoctorFinding(
                            Status.OK,
                            "Recording",
                            "the newest use that the server has recorded is of 2026-06-08T05:00:11Z",
                            ""),
                    finding("Recording"));
        }
    }

    @Test
    void times_that_nothing_proves_are_a_warning_that_says_why() throws Exception {
        try (AnalyticsServer server =
                server(40, 3).jsonPage(page -> page.datePattern("MMM d HH:mm")).start()) {
            examine(server, null);
            DoctorFinding dates = finding("Dates");
            assertEquals(Status.WARNING, dates.status());
            assertTrue(dates.saw().startsWith("0 readable"), dates.saw());
            assertTrue(
                    dates.saw()
                            .endsWith("times are not read: times in the account's date pattern, MMM d HH:mm, can't be"
                                    + " read back"),
                    dates.saw());
        }
    }

    @Test
    void a_time_zone_that_the_proof_contradicts_is_warned_of_and_one_that_it_does_not_is_not() throws Exception {
        try (AnalyticsServer server = server(40, 3).start()) {
            examine(server, "Asia/Tokyo");
            assertTrue(
                    findings.stream()
                            .anyMatch(
                                    finding -> finding.status() == Status.WARNING
                                            && finding.saw()
                                                    .startsWith(
                                                            "The creation times on the page rule out the time zone Asia/Tokyo")),
                    findings::toString);
            findings.clear();
            examine(server, "Europe/Paris");
            assertTrue(findings.stream().noneMatch(finding -> finding.saw().contains("rule out")));
        }
    }

    @Test
    void recording_that_looks_switched_off_is_warned_of_with_a_way_to_find_out() throws Exception {
        try (AnalyticsServer server = server(40, 31).start()) {
            examine(server, null);
            assertEquals(Status.WARNING, finding("Recording").status());
            assertTrue(finding("Recording").saw().endsWith(", so recording may have been switched off"));
            assertTrue(finding("Recording").advice().startsWith("Use one AuthToken"));
        }
        findings.clear();
        try (AnalyticsServer server =
                server(40).jsonPage(page -> page.recordingOff()).start()) {
            examine(server, null);
            assertEquals(Status.WARNING, finding("Recording").status());
            assertTrue(finding("Recording").saw().startsWith("no AuthToken shows a use"));
        }
    }
}
