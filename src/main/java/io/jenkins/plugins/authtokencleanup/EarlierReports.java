package io.jenkins.plugins.authtokencleanup;

import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.GracePeriod;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What earlier builds of a job reported on the same server and account. Newer builds are asked first. */
final class EarlierReports {
    private static final Logger LOGGER = Logger.getLogger(EarlierReports.class.getName());

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
            for (ReportAction action : build.getActions(ReportAction.class)) {
                if (action.isAbout(server, account) && action.getListedAt() != null) {
                    return Optional.of(action);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The memory of a grace period. Reports are read from the newest back to the first one that is older than that by the
     * days of grace, by the server's clock: what was reported as unused before that one was reported by that one, too.
     *
     * @param days the days of grace
     * @return the grace period
     */
    GracePeriod grace(int days) {
        GracePeriod grace = new GracePeriod(days);
        Instant enough = last().map(ReportAction::getListedAt)
                .map(newest -> newest.minus(Duration.ofDays(days)))
                .orElse(Instant.MIN);
        for (Run<?, ?> build = run.getPreviousBuild(); build != null; build = build.getPreviousBuild()) {
            boolean oldEnough = false;
            for (ReportAction action : build.getActions(ReportAction.class)) {
                Instant listedAt = action.getListedAt();
                if (!build.isBuilding() && action.isAbout(server, account) && listedAt != null) {
                    oldEnough |= remember(action, grace) && listedAt.isBefore(enough);
                }
            }
            if (oldEnough) {
                break;
            }
        }
        return grace;
    }

    /** A report that can't be read is as good as a deleted one: the grace gets longer. */
    private static boolean remember(ReportAction action, GracePeriod grace) {
        try {
            CleanupReport report = action.report();
            grace.remember(report);
            return true;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A report of " + action.getRun() + " can't be read", e);
            return false;
        }
    }
}
