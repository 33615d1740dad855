package io.jenkins.plugins.authtokencleanup;

import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What earlier builds of a job reported on the same server and account. Newer builds are asked first. */
final class EarlierReports {
    private static final Logger LOGGER = Logger.getLogger(EarlierReports.class.getName());

    /** How much further back a report of the same rules is looked for. */
    private static final Duration LONGEST_LOOK = Duration.ofDays(400);

    /** How many builds a page looks at. */
    private static final int MOST_BUILDS = 100;

    private final Run<?, ?> run;
    private final String server;
    private final String account;

    /**
     * The reports before a build.
     *
     * @param run the build
     * @param server the server's address
     * @param account the account's name
     */
    EarlierReports(Run<?, ?> run, String server, String account) {
        this.run = run;
        this.server = server;
        this.account = account;
    }

    /**
     * The last report of an earlier build that listed tokens.
     *
     * @return the action that shows it, if there is one
     */
    Optional<ReportAction> last() {
        for (Run<?, ?> build = run.getPreviousBuild(); build != null; build = build.getPreviousBuild()) {
            Optional<ReportAction> last = lastOf(build, null);
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /**
     * The report that came before another one, be it in the same build, for its page: only so many builds are looked at.
     *
     * @param report a report of this server and account
     * @return the action that shows it, if there is one
     */
    Optional<ReportAction> before(ReportAction report) {
        Optional<ReportAction> found = lastOf(run, report);
        Run<?, ?> build = run.getPreviousBuild();
        for (int looked = 0; found.isEmpty() && build != null && looked < MOST_BUILDS; looked++) {
            found = lastOf(build, report);
            build = build.getPreviousBuild();
        }
        return found;
    }

    private Optional<ReportAction> lastOf(Run<?, ?> build, ReportAction before) {
        return build.getActions(ReportAction.class).stream()
                .takeWhile(action -> action != before)
                .filter(this::isListing)
                .reduce((first, second) -> second);
    }

    private boolean isListing(ReportAction action) {
        return action.isAbout(server, account) && action.getListedAt() != null;
    }

    /**
     * The memory of a grace period. Reports are read from the newest back to the first one of the same rules that is
     * older than that by the days of grace, by the server's clock: what was reported as unused before that one was
     * reported by that one, too.
     *
     * @param days the days of grace
     * @param policy the rules of this run
     * @return the grace period
     */
    GracePeriod grace(int days, CleanupPolicy policy) {
        GracePeriod grace = new GracePeriod(days);
        Instant enough = last().map(ReportAction::getListedAt)
                .map(newest -> newest.minus(Duration.ofDays(days)))
                .orElse(Instant.EPOCH);
        boolean all = false;
        for (Run<?, ?> build = run.getPreviousBuild(); build != null && !all; build = build.getPreviousBuild()) {
            if (!build.isBuilding()) {
                for (ReportAction action : build.getActions(ReportAction.class)) {
                    Instant listedAt = action.getListedAt();
                    if (listedAt != null && action.isAbout(server, account)) {
                        boolean told = remember(action, grace, policy);
                        all |= told && listedAt.isBefore(enough) || listedAt.isBefore(enough.minus(LONGEST_LOOK));
                    }
                }
            }
        }
        return grace;
    }

    /** A report that can't be read is as good as a deleted one: the grace gets longer. */
    private static boolean remember(ReportAction action, GracePeriod grace, CleanupPolicy policy) {
        try {
            CleanupReport report = action.report();
            return grace.remember(report) && sameRules(report.policy(), policy);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A report of " + action.getRun() + " can't be read", e);
            return false;
        }
    }

    /** The cap makes no difference for what is unused. */
    private static boolean sameRules(CleanupPolicy then, CleanupPolicy now) {
        return new CleanupPolicy(then.olderThanDays(), then.neverUsed(), then.protect(), then.keepNewest(), now.cap())
                .equals(now);
    }
}
