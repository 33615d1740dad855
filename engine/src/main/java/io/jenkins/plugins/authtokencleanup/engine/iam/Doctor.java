package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding.Status;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Takes the steps of a cleanup one by one, without changing anything, and reports what it sees and what to do. */
public final class Doctor {
    private static final Duration MUCH_SKEW = Duration.ofMinutes(5);

    /** What the vendor calls unused. */
    private static final Duration LONG_UNUSED = Duration.ofDays(30);

    private final AnalyticsConnection connection;
    private final ConnectionSettings settings;
    private final Clock clock;
    private final Consumer<DoctorFinding> findings;

    /**
     * A doctor for one server and account.
     *
     * @param connection the connection, not yet open
     * @param clock this machine's clock
     * @param findings receives each finding as it comes
     */
    public Doctor(AnalyticsConnection connection, Clock clock, Consumer<DoctorFinding> findings) {
        this.connection = connection;
        this.settings = connection.settings();
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * Examines the server. Signs in once, and signs out at the end.
     *
     * @return DONE if a cleanup would work, else how it would end
     * @throws InterruptedException if the thread is interrupted
     */
    public ExitCode examine() throws InterruptedException {
        String step = "Connection";
        try {
            reportAddress();
            LoginGeneration generation =
                    connection.findLoginPage(CleanupListener.SILENT).generation();
            report(Status.OK, "Connection", connectionText(), "");
            step = "Sign-in";
            report(Status.OK, "Login page", words(generation), "");
            connection.signIn();
            report(Status.OK, step, "signed in as " + settings.account(), "");
            step = "AuthTokens page";
            reportListing(connection.page().list(settings.timeout()));
            return ExitCode.DONE;
        } catch (CleanupException e) {
            boolean reached = e.problem().exitCode() != ExitCode.NOT_REACHED;
            String where = step.equals("Connection") && reached ? "Login page" : step;
            report(
                    Status.PROBLEM,
                    where,
                    e.attempted() + ": " + e.observed(),
                    e.problem().advice());
            return e.problem().exitCode();
        } catch (InterruptedException e) {
            report(Status.PROBLEM, step, "stopped before it was over", "");
            throw e;
        } finally {
            if (connection.close()) {
                report(Status.OK, "Sign-out", "signed out", "");
            }
        }
    }

    private void report(Status status, String step, String observed, String advice) {
        findings.accept(new DoctorFinding(status, step, observed, advice));
    }

    private static String words(LoginGeneration generation) {
        String kind = "login page of the kind \"" + generation.name().toLowerCase(Locale.ROOT) + "\", ";
        return kind
                + switch (generation) {
                    case CLASSIC -> "as servers had until about 2021";
                    case AUTH -> "a form sent to signin/auth";
                    case FORM -> "a form with a name and a password";
                    case V2 -> "as servers have had since 2021: first the name, then the password";
                };
    }

    private boolean encrypted() {
        return settings.address().base().getScheme().equals("https");
    }

    private void reportAddress() {
        report(
                encrypted() ? Status.OK : Status.WARNING,
                "Address",
                settings.address() + (encrypted() ? "" : " is not encrypted"),
                encrypted() ? "" : "Use https unless nobody else can listen on the way");
    }

    private String connectionText() {
        if (!encrypted()) {
            return "connected";
        }
        int added =
                TrustedCertificates.of(settings.trustedCertificates()).added().size();
        String besides = (added == 1 ? " certificate" : " certificates") + " trusted besides this Java's";
        return "connected; the certificate is trusted" + (added == 0 ? " by this Java" : ", with " + added + besides);
    }

    private void reportListing(TokenListing listing) {
        reportClock(listing.serverTime());
        PageDetails page = listing.page();
        report(
                Status.OK,
                "AuthTokens page",
                "complete, with " + listing.tokens().size() + " AuthTokens; " + kind(page),
                "");
        reportColumns(page);
        reportDates(listing);
        page.warnings().forEach(warning -> report(Status.WARNING, "Dates", warning, ""));
        reportRecording(listing);
    }

    private static String kind(PageDetails page) {
        return switch (page.kind()) {
            case "classic" -> "the classic page, a table as servers had until about 2021";
            case "json" -> "the JSON page that servers have had since 2021";
            default -> page.kind();
        };
    }

    private void reportColumns(PageDetails page) {
        String columns = String.join(" | ", page.columns());
        report(
                page.oneDescription() ? Status.OK : Status.WARNING,
                "Columns",
                page.oneDescription() ? columns : "no single column of descriptions among: " + columns,
                page.oneDescription()
                        ? ""
                        : "keepNewest can't be used with this page. Protect patterns can: they are"
                                + " matched against every column but times, addresses and the AuthToken itself");
    }

    private void reportClock(Instant serverTime) {
        Duration skew = Duration.between(clock.instant(), serverTime);
        boolean much = skew.abs().compareTo(MUCH_SKEW) > 0;
        report(
                much ? Status.WARNING : Status.OK,
                "Clock",
                "the server's clock says " + serverTime + ", " + skew.abs().toSeconds() + " s "
                        + (skew.isNegative() ? "behind" : "ahead of") + " this machine's",
                much ? "Set the wrong clock right: unused is what the earlier one of the two says" : "");
    }

    private void reportDates(TokenListing listing) {
        List<AuthToken> tokens = listing.tokens();
        long never = tokens.stream().filter(AuthToken::neverUsed).count();
        long unreadable = count(tokens, LastAccess.Unreadable.class);
        long spans = count(tokens, LastAccess.Between.class);
        String observed = (tokens.size() - never - unreadable) + " readable (" + spans + " of them as a span), " + never
                + " never used, " + unreadable + " unreadable";
        String example = tokens.stream()
                .filter(token -> token.lastAccess() instanceof LastAccess.Unreadable)
                .map(token -> ", such as \"" + connection.redactor().excerpt(token.lastAccessText()) + "\"")
                .findFirst()
                .orElse("");
        report(
                unreadable > 0 ? Status.WARNING : Status.OK,
                "Dates",
                observed + example + "; times are " + listing.page().timesReadBy(),
                unreadable > 0 ? "AuthTokens with unreadable dates are always kept; look at them by hand" : "");
    }

    /** On pages that say so. A server on which recording is off shows old uses, or none. */
    private void reportRecording(TokenListing listing) {
        Instant newest = listing.newestUse();
        if (!listing.page().useRecorded()) {
            report(
                    Status.WARNING,
                    "Recording",
                    "no AuthToken shows a use, so the server may not record it",
                    PageDetails.CHECK_RECORDING);
        } else if (!listing.page().recordedEvery().isZero() && newest != null) {
            boolean old = newest.isBefore(listing.serverTime().minus(LONG_UNUSED));
            report(
                    old ? Status.WARNING : Status.OK,
                    "Recording",
                    "the newest use that the server has recorded is of " + newest.truncatedTo(ChronoUnit.SECONDS)
                            + (old ? ", so recording may have been switched off" : ""),
                    old ? PageDetails.CHECK_RECORDING : "");
        }
    }

    private static long count(List<AuthToken> tokens, Class<? extends LastAccess> kind) {
        return tokens.stream()
                .filter(token -> kind.isInstance(token.lastAccess()))
                .count();
    }
}
