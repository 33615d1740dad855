package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.ProxyConfiguration;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.report.ChangesSection;
import io.jenkins.plugins.authtokencleanup.report.JournalWriter;
import io.jenkins.plugins.authtokencleanup.report.LostRun;
import io.jenkins.plugins.authtokencleanup.report.PriorReports;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.report.StoredJournal;
import java.io.IOException;
import java.time.Clock;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jenkins.model.Jenkins;

/** One cleanup in one build. Shared implementation of the build step and the pipeline step. */
final class CleanupTask {
    private final CleanupParameters parameters;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final VirtualChannel agent;

    /**
     * A task, to be performed once.
     *
     * @param parameters the job's settings
     * @param run the build
     * @param listener its log
     * @param agent the agent's channel, null without an agent
     */
    CleanupTask(CleanupParameters parameters, Run<?, ?> run, TaskListener listener, VirtualChannel agent) {
        this.parameters = parameters;
        this.run = run;
        this.listener = listener;
        this.agent = agent;
    }

    /**
     * Cleans up, and publishes the report whatever the outcome. If the thread is interrupted, its flag is set at the end.
     *
     * @return the report
     * @throws AbortException if the parameters can't be used, and nothing was done; or if the agent is lost,
     *     or its report can't be that of what was requested
     * @throws InterruptedException if interrupted before the cleanup begins, or if the agent does not report in time
     * @throws IOException if the report can't be stored
     */
    CleanupReport perform() throws InterruptedException, IOException {
        if (parameters.connectFrom() == ConnectFrom.AGENT && agent == null) {
            throw new AbortException("connectFrom: AGENT needs an agent to connect from. In a pipeline, put the step"
                    + " into a node block");
        }
        StandardUsernamePasswordCredentials credentials = AccountCredentials.ofBuild(run, parameters);
        CleanupRequest request;
        try {
            request = parameters.request(credentials.getUsername(), PlanRestriction.NONE);
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
        return perform(request, credentials);
    }

    private CleanupReport perform(CleanupRequest request, StandardUsernamePasswordCredentials credentials)
            throws InterruptedException, IOException {
        ConnectionSettings connection = request.connection();
        String server = connection.address().toString();
        PriorReports prior = new PriorReports(run, server, connection.account());
        try (AccountQueue.Turn turn = AccountQueue.await(connection, run, listener);
                StoredJournal journal = new StoredJournal(run, server, connection.account())) {
            show(prior.lost());
            ReportAction preview =
                    parameters.approvedPlan() == null ? null : PriorReports.preview(run, parameters.approvedPlan());
            CleanupReport report =
                    clean(request.restrictedBy(restriction(request, prior, preview)), credentials, journal);
            publish(report, preview, journal);
            return report;
        }
    }

    private PlanRestriction restriction(CleanupRequest request, PriorReports prior, ReportAction preview)
            throws AbortException {
        List<PlanRestriction> all = new ArrayList<>();
        if (preview != null) {
            all.add(PriorReports.approvedPlan(preview));
        }
        if (parameters.graceDays() != 0) {
            all.add(prior.grace(parameters.graceDays(), request.policy()));
        }
        // A person has approved the plan: a surprise is only a warning then.
        all.add(prior.surprise(parameters.failOnSurprise() && preview == null, parameters.expectedCount()));
        return PlanRestriction.allOf(all);
    }

    private CleanupReport clean(
            CleanupRequest request, StandardUsernamePasswordCredentials credentials, StoredJournal journal)
            throws InterruptedException, IOException {
        if (parameters.connectFrom() == ConnectFrom.CONTROLLER) {
            return new EngineCall(request, credentials, null, listener, journal)
                    .run(ProxyConfiguration.newHttpClientBuilder(), Clock.systemUTC());
        }
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy != null && proxy.getUserName() != null) {
            listener.getLogger().println("The user and password of Jenkins' proxy are not sent to the agent");
        }
        EngineCall call = new EngineCall(
                request, credentials, ProxySettings.of(proxy), listener, agent.export(JournalWriter.class, journal));
        try {
            return new AgentRun(agent, call, listener).perform();
        } catch (AbortException | InterruptedException e) {
            // An agent that lives on gets no further entry, so it sends no further request.
            journal.close();
            show(LostRun.of(
                    run,
                    request.connection().address().toString(),
                    request.connection().account()));
            throw e;
        }
    }

    private void show(List<LostRun> lost) {
        lost.forEach(new ConsoleProgress(listener.getLogger())::lost);
    }

    /** In a thread that no abort of the build interrupts, since an interruption closes the files that are written. */
    private void publish(CleanupReport report, ReportAction preview, StoredJournal journal) throws IOException {
        try {
            CompletableFuture.runAsync(() -> store(report, preview, journal), Computer.threadPoolForRemoting)
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof UncheckedIOException)) {
                throw e;
            }
            Throwable cause = e.getCause().getCause();
            String problem = "The report can't be stored (" + cause.getClass().getSimpleName() + ", "
                    + cause.getMessage() + "). What is removed is in the log above. Check the controller's disk";
            throw (AbortException) new AbortException(problem).initCause(cause);
        }
    }

    private void store(CleanupReport report, ReportAction preview, StoredJournal journal) {
        new ConsoleProgress(listener.getLogger()).totals(report);
        ReportAction action;
        try {
            action = ReportAction.publish(run, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        journal.delete();
        showChanges(report, preview, action);
    }

    private void showChanges(CleanupReport report, ReportAction preview, ReportAction action) {
        ChangesSection changes =
                preview == null ? ChangesSection.of(action, report) : ChangesSection.since(preview, report);
        if (changes != null) {
            String earlier = changes.getEarlier().getRun().getDisplayName();
            listener.getLogger().println("Since the report of " + earlier + ": " + changes.line());
        }
        listener.getLogger().println("Report: " + action.logLink());
    }
}
