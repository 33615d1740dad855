package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the engine run in an agent's JVM. */
final class AgentRun {
    /** An interrupted engine needs less than this for its last look, its sign-out and its report. */
    private static final int SECONDS_TO_END = 10;

    private final VirtualChannel agent;
    private final EngineOrder order;
    private final TaskListener listener;
    private final String id = UUID.randomUUID().toString();

    AgentRun(VirtualChannel agent, EngineOrder order, TaskListener listener) {
        this.agent = agent;
        this.order = order;
        this.listener = listener;
    }

    /**
     * Runs the engine there. If this thread is interrupted, so is the engine, and its report is awaited all the same.
     *
     * @return the report
     * @throws IOException if the agent is lost, or the report does not arrive
     */
    CleanupReport perform() throws IOException {
        listener.getLogger().println("Connecting from the agent");
        try {
            Future<String> report = agent.callAsync(new EngineCall(id, order.forAgent(), listener));
            return StoredReport.parse(await(report));
        } catch (ExecutionException e) {
            throw lost(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw lost(e);
        }
    }

    private String await(Future<String> report)
            throws ExecutionException, InterruptedException, TimeoutException, IOException {
        try {
            return report.get();
        } catch (InterruptedException e) {
            agent.callAsync(new EngineInterrupt(id));
            return report.get(SECONDS_TO_END, TimeUnit.SECONDS);
        }
    }

    private static AbortException lost(Throwable cause) {
        AbortException problem = new AbortException("The agent was lost, or broke off, during the cleanup ("
                + cause.getClass().getSimpleName() + "). What the log says above was done; a batch under way may have"
                + " been removed, too. Run again: it completes the work");
        problem.initCause(cause);
        return problem;
    }
}
