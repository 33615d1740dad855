package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.CleanupListener;
import io.jenkins.plugins.authtokencleanup.engine.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Walks the way of a cleanup step by step, changes nothing, and says what it sees and what to do. */
public final class Doctor {
    private static final Duration MUCH_SKEW = Duration.ofMinutes(5);

    private final ConnectionSettings settings;
    private final Clock clock;
    private Consumer<DoctorFinding> findings;

    /**
     * A doctor for one server and account.
     *
     * @param settings where and who
     * @param clock this machine's clock
     */
    public Doctor(ConnectionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Examines the server. It signs in once, and signs out at the end.
     *
     * @param told is told each finding as it comes
     * @return DONE if a cleanup would work, else how it would end
     * @throws InterruptedException if the thread is interrupted
     */
    public ExitCode examine(Consumer<DoctorFinding> told) throws InterruptedException {
        findings = told;
        Browser browser = new Browser(settings, CleanupListener.SILENT);
        SignInWalk walk = new SignInWalk(browser, settings.credentials());
        WebPage shell = null;
        String step = "Login page";
        try {
            tellAddress();
            walk.findLoginPage();
            tell(Status.OK, "Connection", connection(), "");
            tell(Status.OK, step, "login page of the kind \"" + words(walk.generation()) + "\"", "");
            step = "Sign-in";
            shell = walk.signIn();
            tell(Status.OK, step, "signed in as " + settings.credentials().account(), "");
            step = "AuthTokens page";
            TokenPanel page = new TokenPanel(browser, settings.zone());
            ServerResponse response = page.response(settings.timeout(), browser.patience());
            Panel panel = page.panel(response);
            tellPanel(panel, response.date());
            tellDates(page.listing(panel, response.date()));
            return ExitCode.DONE;
        } catch (CleanupException e) {
            String where = e.exitCode() == ExitCode.NOT_REACHED && walk.generation() == null ? "Connection" : step;
            tell(Status.PROBLEM, where, e.tried() + ": " + e.came(), e.advice());
            return e.exitCode();
        } finally {
            if (walk.mayBeSignedIn()) {
                new SignOut(browser, walk.login()).send(shell);
                tell(Status.OK, "Sign-out", "signed out", "");
            }
        }
    }

    private void tell(Status status, String step, String saw, String advice) {
        findings.accept(new DoctorFinding(status, step, saw, advice));
    }

    private void tellAddress() {
        boolean encrypted = settings.address().base().getScheme().equals("https");
        tell(
                encrypted ? Status.OK : Status.WARNING,
                "Address",
                settings.address() + (encrypted ? "" : " is not encrypted"),
                encrypted ? "" : "Use https unless nobody else can listen on the way");
    }

    private String connection() {
        if (!settings.address().base().getScheme().equals("https")) {
            return "connected";
        }
        int added = settings.trust().added().size();
        return "connected; the certificate is trusted"
                + (added == 0 ? " by this Java" : ", with " + added + (added == 1 ? " certificate" : " certificates") + " trusted besides this Java's");
    }

    private static String words(LoginGeneration generation) {
        return generation.name().toLowerCase(Locale.ROOT);
    }

    private void tellPanel(Panel panel, Instant serverTime) {
        tellClock(serverTime);
        tell(Status.OK, "AuthTokens page", "complete, with " + panel.size() + " AuthTokens", "");
        tell(
                Status.OK,
                "Columns",
                panel.columns().stream().filter(words -> !words.isEmpty()).collect(Collectors.joining(" | ")),
                "");
    }

    private void tellClock(Instant serverTime) {
        Duration skew = Duration.between(clock.instant(), serverTime);
        boolean much = skew.abs().compareTo(MUCH_SKEW) > 0;
        tell(
                much ? Status.WARNING : Status.OK,
                "Clock",
                "the server's clock says " + serverTime + ", " + skew.abs().toSeconds() + " s "
                        + (skew.isNegative() ? "behind" : "ahead of") + " this machine's",
                much ? "Ages are told by the server's clock; set the wrong one of the two right" : "");
    }

    private void tellDates(TokenListing listing) {
        List<AuthToken> tokens = listing.tokens();
        long never = count(tokens, LastAccess.Never.class);
        long unreadable = count(tokens, LastAccess.Unreadable.class);
        long spans = count(tokens, LastAccess.Between.class);
        String saw = (tokens.size() - never - unreadable) + " readable (" + spans + " of them as a span), " + never
                + " never used, " + unreadable + " unreadable";
        String example = tokens.stream()
                .filter(token -> token.lastAccess() instanceof LastAccess.Unreadable)
                .map(token -> ", such as \"" + new Secrets().excerpt(token.lastAccessText()) + "\"")
                .findFirst()
                .orElse("");
        tell(
                unreadable > 0 ? Status.WARNING : Status.OK,
                "Dates",
                saw + example,
                unreadable > 0 ? "AuthTokens with unreadable dates are always kept; look at them by hand" : "");
    }

    private static long count(List<AuthToken> tokens, Class<? extends LastAccess> kind) {
        return tokens.stream()
                .filter(token -> kind.isInstance(token.lastAccess()))
                .count();
    }
}
