package io.jenkins.plugins.authtokencleanup.report;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.plan.ApprovedPlan;
import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.plan.SurpriseCheck;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The reports that earlier builds of a job stored about one server and account, newest build first. */
public final class PriorReports {
    private static final Logger LOGGER = Logger.getLogger(PriorReports.class.getName());

    /** How much further back to look for a report of the same policy. */
    private static final Duration LONGEST_LOOK = Duration.ofDays(400);

    /** How many builds a page looks at, and a search for lost runs. */
    private static final int MOST_BUILDS = 100;

    private final Run<?, ?> run;
    private final String server;
    private final String account;

    public PriorReports(Run<?, ?> run, String server, String account) {
        this.run = run;
        this.server = server;
        this.account = account;
    }

    /**
     * Finds an approved preview in the job, on any server and account.
     *
     * @param run the build that uses it; its own previews count
     * @return the newest preview with the fingerprint
     * @throws AbortException if there is none
     */
    public static ReportAction preview(Run<?, ?> run, String fingerprint) throws AbortException {
        return reports(from(run))
                .filter(action -> action.isApprovable() && fingerprint.equals(action.getPlanFingerprint()))
                .findFirst()
                .orElseThrow(() -> new AbortException("No preview of this job that ended well has the plan "
                        + fingerprint + ". Its build may be deleted: make a new preview and approve that"));
    }

    /**
     * Finds a report by its number in its build, from 1.
     *
     * @throws AbortException if there is none
     */
    public static ReportAction numbered(Run<?, ?> build, int number) throws AbortException {
        List<ReportAction> actions = build.getActions(ReportAction.class);
        if (number > actions.size()) {
            throw new AbortException(build + " has no report " + number);
        }
        return actions.get(number - 1);
    }

    /**
     * Takes a preview as the approved plan.
     *
     * @throws AbortException if its report can't be read or used
     */
    public static ApprovedPlan approvedPlan(ReportAction preview) throws AbortException {
        try {
            return ApprovedPlan.of(unchanged(preview));
        } catch (AbortException e) {
            throw e;
        } catch (CleanupException e) {
            throw new AbortException(e.getMessage());
        } catch (IOException e) {
            String problem = "The report of " + preview.getRun() + ", which has the plan "
                    + preview.getPlanFingerprint() + ", is gone or can't be read: make a new preview and approve that";
            throw (AbortException) new AbortException(problem).initCause(e);
        }
    }

    /** A report that decides what may go. Its file must be the one that its build stored, not one of another time. */
    private static CleanupReport unchanged(ReportAction action) throws IOException {
        CleanupReport report = action.report();
        boolean same = action.isAbout(report.server(), report.account())
                && Objects.equals(report.planFingerprint(), action.getPlanFingerprint())
                && Objects.equals(report.serverTime(), action.getListedAt());
        if (!same) {
            throw new AbortException("The report's file of " + action.getRun()
                    + " is not the one that the build stored: make a new preview and approve that");
        }
        return report;
    }

    private static Stream<Run<?, ?>> from(Run<?, ?> newest) {
        return Stream.iterate(newest, Objects::nonNull, build -> build.getPreviousBuild());
    }

    /** The reports of builds that come newest first, in the same order. */
    private static Stream<ReportAction> reports(Stream<Run<?, ?>> builds) {
        return builds.flatMap(build -> {
            List<ReportAction> reports = new ArrayList<>(build.getActions(ReportAction.class));
            Collections.reverse(reports);
            return reports.stream();
        });
    }

    /** The reports about this server and account that list tokens. */
    private Stream<ReportAction> listings(Stream<Run<?, ?>> builds) {
        return reports(builds).filter(this::isListing);
    }

    private boolean isListing(ReportAction action) {
        return action.isAbout(server, account) && action.getListedAt() != null;
    }

    /**
     * Compares the listing with what the last removal run left. Previews and runs that failed don't count.
     *
     * @param fail whether a surprising listing stops the run
     * @param expected the number of AuthTokens that a person expects, null for none
     */
    public SurpriseCheck surprise(boolean fail, Integer expected) {
        Integer before = listings(from(run.getPreviousBuild()))
                .filter(ReportAction::removed)
                .findFirst()
                .map(ReportAction::leftOver)
                .orElse(null);
        return new SurpriseCheck(before, fail, expected);
    }

    /**
     * The runs that stored no report, back to the last one that did: its build showed those before it. Called in the
     * account's turn, so that none is under way.
     *
     * @return newest build first
     */
    public List<LostRun> lost() {
        List<LostRun> lost = new ArrayList<>();
        for (Run<?, ?> build : (Iterable<Run<?, ?>>) from(run).limit(MOST_BUILDS + 1)::iterator) {
            lost.addAll(LostRun.of(build, server, account));
            if (build.getActions(ReportAction.class).stream().anyMatch(action -> action.isAbout(server, account))) {
                break;
            }
        }
        return lost;
    }

    /** The listing before another one, in the same build or in an earlier one. Looks at a bounded number of builds. */
    Optional<ReportAction> before(ReportAction report) {
        return reports(from(run).limit(MOST_BUILDS + 1))
                .dropWhile(action -> action != report)
                .skip(1)
                .filter(this::isListing)
                .findFirst();
    }

    /**
     * A grace period that remembers earlier reports. Reads them from the newest back to the first one of the same
     * policy that is older by the days of grace, by the server's clock. Older ones add nothing: what they announced,
     * that one announced again.
     *
     * @throws AbortException if a grace period can't have this number of days
     */
    public GracePeriod grace(int days, CleanupPolicy policy) throws AbortException {
        GracePeriod grace;
        try {
            grace = new GracePeriod(days);
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
        Instant enough = listings(from(run.getPreviousBuild()))
                .map(ReportAction::getListedAt)
                .findFirst()
                .map(newest -> newest.minus(Duration.ofDays(days)))
                .orElse(Instant.EPOCH);
        Stream<ReportAction> reports = listings(from(run.getPreviousBuild()).filter(build -> !build.isBuilding()));
        for (ReportAction report : (Iterable<ReportAction>) reports::iterator) {
            boolean complete = remember(report, grace, policy);
            Instant listedAt = Objects.requireNonNull(report.getListedAt());
            if (complete && listedAt.isBefore(enough) || listedAt.isBefore(enough.minus(LONGEST_LOOK))) {
                break;
            }
        }
        return grace;
    }

    /** An unreadable report counts as deleted: the grace gets longer. */
    private static boolean remember(ReportAction action, GracePeriod grace, CleanupPolicy policy) {
        try {
            CleanupReport report = unchanged(action);
            return grace.remember(report) && report.policy().equals(policy);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "A report of " + action.getRun() + " can't be read", e);
            return false;
        }
    }
}
