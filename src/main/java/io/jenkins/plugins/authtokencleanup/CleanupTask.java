package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.ProxyConfiguration;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanRestriction;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.report.JournalWriter;
import io.jenkins.plugins.authtokencleanup.report.LostRun;
import io.jenkins.plugins.authtokencleanup.report.PriorReports;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.report.StoredJournal;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** One cleanup in one build. Shared implementation of the build step and the pipeline step. */
final class CleanupTask {
    private final CleanupParameters parameters;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final VirtualChannel agent;

    /** A task, to be performed once. The agent's channel is null without an agent. */
    CleanupTask(CleanupParameters parameters, Run<?, ?> run, TaskListener listener, VirtualChannel agent) {
        this.parameters = parameters;
        this.run = run;
        this.listener = listener;
        this.agent = agent;
    }

    /**
     * Cleans up, and publishes the report whatever the outcome. If the thread is interrupted, its flag is set at the
     * end.
     *
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
            request = parameters.request(credentials.getUsername());
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
        return perform(request, credentials);
    }

    private CleanupReport perform(CleanupRequest asked, StandardUsernamePasswordCredentials credentials)
            throws InterruptedException, IOException {
        ConnectionSettings connection = asked.connection();
        String server = connection.address().toString();
        PriorReports prior = new PriorReports(run, server, connection.account());
        try (AccountQueue.Turn turn = AccountQueue.await(connection, run, listener);
                StoredJournal journal = new StoredJournal(run, server, connection.account())) {
            show(prior.lost());
            StepApproval approval = StepApproval.of(run, asked);
            CleanupRequest request = approval.limit(asked);
            List<ReportAction> previews = previews(approval);
            request = request.restrictedBy(restrictions(request, prior, previews));
            approval.begin(listener);
            CleanupReport report = approval.sign(clean(request, credentials, journal));
            new ReportPublisher(run, listener, parameters.credentialsId())
                    .publish(report, previews.isEmpty() ? null : previews.get(0), journal);
            return report;
        }
    }

    /** The previews that a person has approved, by a click or as a parameter. */
    private List<ReportAction> previews(StepApproval approval) throws AbortException {
        List<ReportAction> previews = new ArrayList<>(approval.previews());
        if (parameters.approvedPlan() != null && !approval.onlyPreviews()) {
            previews.add(PriorReports.preview(run, parameters.approvedPlan()));
        }
        return previews;
    }

    private List<PlanRestriction> restrictions(CleanupRequest request, PriorReports prior, List<ReportAction> previews)
            throws AbortException {
        List<PlanRestriction> all = new ArrayList<>();
        for (ReportAction preview : previews) {
            all.add(PriorReports.approvedPlan(preview));
        }
        if (parameters.graceDays() != 0) {
            all.add(prior.grace(parameters.graceDays(), request.policy()));
        }
        // A person has approved the plan: a surprise is only a warning then.
        all.add(prior.surprise(parameters.failOnSurprise() && previews.isEmpty(), parameters.expectedCount()));
        return all;
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
        String host = request.connection().address().base().getHost();
        EngineCall call = new EngineCall(
                request,
                credentials,
                ServerProxy.of(proxy, host),
                listener,
                agent.export(JournalWriter.class, journal));
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
}
