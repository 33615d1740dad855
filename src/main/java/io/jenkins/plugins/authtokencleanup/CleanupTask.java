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
import io.jenkins.plugins.authtokencleanup.report.ChangesSection;
import io.jenkins.plugins.authtokencleanup.report.PriorReports;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
     * @throws AbortException if the parameters can't be used, and nothing was done; or if the agent is lost
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

    private CleanupReport perform(CleanupRequest asked, StandardUsernamePasswordCredentials credentials)
            throws InterruptedException, IOException {
        try (AccountQueue.Turn turn = AccountQueue.await(asked.connection(), run.getFullDisplayName(), listener)) {
            StepApproval approval = StepApproval.of(run, asked);
            CleanupRequest request = approval.limit(asked);
            List<ReportAction> previews = previews(approval);
            request = request.restrictedBy(restriction(request, previews));
            approval.begin(listener);
            CleanupReport report = approval.sign(clean(request, credentials));
            // A set flag would keep the report from being stored.
            boolean interrupted = Thread.interrupted();
            publish(report, previews.isEmpty() ? null : previews.get(0));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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

    private PlanRestriction restriction(CleanupRequest request, List<ReportAction> previews) throws AbortException {
        ConnectionSettings connection = request.connection();
        PriorReports prior = new PriorReports(run, connection.address().toString(), connection.account());
        List<PlanRestriction> all = new ArrayList<>();
        for (ReportAction preview : previews) {
            all.add(PriorReports.approvedPlan(preview));
        }
        if (parameters.graceDays() != 0) {
            all.add(prior.grace(parameters.graceDays(), request.policy()));
        }
        // A person has approved the plan: a surprise is only a warning then.
        all.add(prior.surprise(parameters.failOnSurprise() && previews.isEmpty(), parameters.expectedCount()));
        return PlanRestriction.allOf(all);
    }

    private CleanupReport clean(CleanupRequest request, StandardUsernamePasswordCredentials credentials)
            throws InterruptedException, AbortException {
        if (parameters.connectFrom() == ConnectFrom.CONTROLLER) {
            return EngineCall.run(request, credentials, ProxyConfiguration.newHttpClientBuilder(), listener);
        }
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy != null && proxy.getUserName() != null) {
            listener.getLogger().println("The user and password of Jenkins' proxy are not sent to the agent");
        }
        EngineCall call = new EngineCall(request, credentials, ProxySettings.of(proxy), listener);
        return new AgentRun(agent, call, listener).perform();
    }

    private void publish(CleanupReport report, ReportAction preview) throws IOException {
        ReportAction action = ReportAction.publish(run, report, parameters.credentialsId());
        new ConsoleProgress(listener.getLogger()).totals(report);
        ChangesSection changes =
                preview == null ? ChangesSection.of(action, report) : ChangesSection.since(preview, report);
        if (changes != null) {
            String earlier = changes.getEarlier().getRun().getDisplayName();
            listener.getLogger().println("Since the report of " + earlier + ": " + changes.line());
        }
        listener.getLogger().println("Report: " + action.logLink());
    }
}
