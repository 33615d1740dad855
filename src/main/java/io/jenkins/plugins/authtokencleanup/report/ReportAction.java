package io.jenkins.plugins.authtokencleanup.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.console.ModelHyperlinkNote;
import hudson.model.Api;
import hudson.model.EnvironmentContributingAction;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import jenkins.model.Tab;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A cleanup's report on a build: tab, card, summary, downloads and remote API. Only the counts are stored in build.xml;
 * the report is a file beside it.
 */
@ExportedBean
public final class ReportAction extends Tab implements RunAction2, EnvironmentContributingAction {
    private static final Logger LOGGER = Logger.getLogger(ReportAction.class.getName());
    private static final String URL = "authtokens";

    private final int number;
    private final String server;
    private final String account;
    private final boolean preview;
    private final String outcome;
    private final String message;
    private final String planFingerprint;
    private final String credentialsId;
    private final Long listedAt;
    private final int listed;
    private final int removed;
    private final int kept;
    private final int failed;
    private final int notAttempted;
    private final int wouldRemove;
    private final int inGrace;
    private transient Run<?, ?> run;

    private ReportAction(Run<?, ?> run, int number, CleanupReport report, String credentialsId) {
        super(run);
        this.run = run;
        this.number = number;
        server = report.server();
        account = report.account();
        preview = report.preview();
        outcome = report.outcome().name();
        message = report.message();
        planFingerprint = report.planFingerprint();
        this.credentialsId = credentialsId;
        listedAt = report.serverTime() == null ? null : report.serverTime().toEpochMilli();
        TokenCounts counts = report.counts();
        listed = counts.listed();
        removed = counts.removed();
        kept = counts.kept();
        failed = counts.failed();
        notAttempted = counts.notAttempted();
        wouldRemove = counts.wouldRemove();
        inGrace = (int) report.tokens().stream()
                .filter(token -> token.reason() == Reason.IN_GRACE)
                .count();
    }

    /**
     * Stores a report and adds it to its build.
     *
     * @return the build's new action
     * @throws IOException if the report can't be stored
     */
    public static ReportAction publish(Run<?, ?> run, CleanupReport report, String credentialsId) throws IOException {
        synchronized (run) {
            int number = run.getActions(ReportAction.class).size() + 1;
            ReportAction action = new ReportAction(run, number, report, credentialsId);
            StoredReport.write(report, action.file());
            run.addAction(action);
            run.save();
            return action;
        }
    }

    Path file() {
        return StoredReport.folder(run).resolve("report-" + number + ".json");
    }

    /**
     * Reads the report. It is not cached.
     *
     * @throws IOException if its file is gone or can't be read
     */
    public CleanupReport report() throws IOException {
        return StoredReport.read(file());
    }

    /** Whether its plan may be approved: it is a preview that ended well. */
    public boolean isApprovable() {
        return preview && RunOutcome.DONE.name().equals(outcome);
    }

    @Override
    public void onAttached(Run<?, ?> attachedTo) {
        onLoad(attachedTo);
    }

    @Override
    public void onLoad(Run<?, ?> loadedBy) {
        run = loadedBy;
        object = loadedBy;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** The approval of this preview's plan. */
    public ApprovalOffer getApproval() {
        return new ApprovalOffer(this, number);
    }

    /** The id of the account's credentials, null in reports of earlier versions. */
    @CheckForNull
    String credentialsId() {
        return credentialsId;
    }

    /** A link to the report, for the build's log. */
    public String logLink() {
        return ModelHyperlinkNote.encodeTo("/" + run.getUrl() + getUrlName() + "/", getDisplayName());
    }

    /** For later steps of a freestyle build. The last report of a build wins. */
    @Override
    public void buildEnvironment(Run<?, ?> build, EnvVars variables) {
        ReportVariables.put(this, variables);
    }

    @Override
    public String getIconFileName() {
        return "symbol-key";
    }

    @Override
    public String getDisplayName() {
        return number == 1 ? Messages.report() : Messages.reportNumber(number);
    }

    @Override
    public String getUrlName() {
        return number == 1 ? URL : URL + "-" + number;
    }

    /** The report's page, for the view; null if the report's file is gone or can't be read. */
    @CheckForNull
    public ReportPage getPage(StaplerRequest2 request) {
        try {
            CleanupReport report = report();
            return new ReportPage(report, ChangesSection.of(this, report), ReportQuery.of(request));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The report " + getUrlName() + " of " + run + " can't be read");
            return null;
        }
    }

    public HttpResponse doJson() {
        return new ReportDownload(this, ReportFormat.JSON, "application/json", "json");
    }

    public HttpResponse doCsv() {
        return new ReportDownload(this, ReportFormat.CSV, "text/csv", "csv");
    }

    public Api getApi() {
        return new Api(this);
    }

    /** The server's clock when the tokens were listed, null if they never were. */
    @CheckForNull
    Instant getListedAt() {
        return listedAt == null ? null : Instant.ofEpochMilli(listedAt);
    }

    /** Whether it is the report of a removal run that ended well, or in part. */
    boolean removed() {
        RunOutcome how = RunOutcome.valueOf(outcome);
        return !preview && (how == RunOutcome.DONE || how == RunOutcome.PARTIAL);
    }

    /** How many tokens the run left. */
    int leftOver() {
        return listed - removed;
    }

    boolean isAbout(String otherServer, String otherAccount) {
        return server.equals(otherServer) && account.equals(otherAccount);
    }

    /** The count that a reader looks for first. */
    public String getHeadline() {
        return preview ? Messages.headlinePreview(wouldRemove, listed) : Messages.headline(removed, listed);
    }

    /** The alert style of the outcome; the label says the same in words. */
    public String getAlertClass() {
        return Labels.alertClass(RunOutcome.valueOf(outcome));
    }

    public String getOutcomeLabel() {
        return Labels.of(RunOutcome.valueOf(outcome));
    }

    @Exported
    public String getServer() {
        return server;
    }

    @Exported
    public String getAccount() {
        return account;
    }

    @Exported
    public boolean isPreview() {
        return preview;
    }

    @Exported
    public String getOutcome() {
        return outcome;
    }

    @Exported
    public String getMessage() {
        return message;
    }

    @CheckForNull
    @Exported
    public String getPlanFingerprint() {
        return planFingerprint;
    }

    @Exported
    public int getListed() {
        return listed;
    }

    @Exported
    public int getRemoved() {
        return removed;
    }

    @Exported
    public int getKept() {
        return kept;
    }

    @Exported
    public int getFailed() {
        return failed;
    }

    @Exported
    public int getNotAttempted() {
        return notAttempted;
    }

    @Exported
    public int getWouldRemove() {
        return wouldRemove;
    }

    /** How many of the kept tokens are unused and due later. */
    @Exported
    public int getInGrace() {
        return inGrace;
    }
}
