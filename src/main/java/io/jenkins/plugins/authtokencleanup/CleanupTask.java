package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;

/** One cleanup in one build: the room behind the doors of the build step and of the pipeline step. */
final class CleanupTask {
    private final CleanupParameters parameters;
    private final Run<?, ?> run;
    private final TaskListener listener;
    private final VirtualChannel agent;

    /**
     * A task, to be performed once.
     *
     * @param parameters what the user says
     * @param run the build
     * @param listener its log
     * @param agent the way to the agent, null if there is none
     */
    CleanupTask(CleanupParameters parameters, Run<?, ?> run, TaskListener listener, VirtualChannel agent) {
        this.parameters = parameters;
        this.run = run;
        this.listener = listener;
        this.agent = agent;
    }

    /**
     * Performs it, and publishes the report, whatever the outcome is. If the thread is interrupted meanwhile, its flag is
     * set at the end.
     *
     * @return the report
     * @throws AbortException if the parameters can't be used, and nothing was done; or if the agent is lost
     * @throws InterruptedException if it is interrupted before it begins, or the agent does not report in time
     * @throws IOException if the report can't be stored
     */
    CleanupReport perform() throws InterruptedException, IOException {
        EngineOrder order = order();
        try (AccountQueue.Turn turn = AccountQueue.await(order, run.getFullDisplayName(), listener)) {
            CleanupReport report = perform(order.with(JobMemory.of(run, parameters, order)));
            // A set flag would break the storing of the report.
            boolean interrupted = Thread.interrupted();
            publish(report);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return report;
        }
    }

    private EngineOrder order() throws IOException {
        if (parameters.connectFrom() == ConnectFrom.AGENT && agent == null) {
            throw new AbortException(
                    "connectFrom: AGENT needs an agent to connect from. In a pipeline, put the step into"
                            + " a node block");
        }
        StandardUsernamePasswordCredentials credentials = StoredCredentials.of(run, parameters);
        EngineOrder order = new EngineOrder(parameters, credentials, JobMemory.NONE, ControllerProxy.current());
        try {
            order.check();
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
        return order;
    }

    private CleanupReport perform(EngineOrder order) throws InterruptedException, IOException {
        return parameters.connectFrom() == ConnectFrom.AGENT
                ? new AgentRun(agent, order, listener).perform()
                : order.perform(listener);
    }

    private void publish(CleanupReport report) throws IOException {
        ReportAction action = ReportAction.publish(run, report);
        CleanupSummary.print(report, listener);
        ChangesSection changes = changes(action, report);
        if (changes != null) {
            listener.getLogger()
                    .println("Since the report of "
                            + changes.getEarlier().getRun().getDisplayName() + ": " + changes.line());
        }
        listener.getLogger().println("Report: " + action.logLink());
    }

    /** Since the approved preview if there is one, else since the report before; null if that can't be told. */
    private ChangesSection changes(ReportAction action, CleanupReport report) {
        String plan = parameters.approvedPlan();
        try {
            return plan == null
                    ? ChangesSection.of(action, report)
                    : ChangesSection.since(ApprovedPreview.action(run, plan), report);
        } catch (AbortException e) {
            // The preview's build was deleted during the run.
            return null;
        }
    }
}
