package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets the engine run in an agent's JVM. */
final class AgentRun {
    /** An interrupted engine needs less than this for its last look, its sign-out and its report. */
    private static final int SECONDS_TO_END = 10;

    private static final String WHAT_IS_KNOWN = "What the log says above was done; a batch under way may have been"
            + " removed, too. Run again: it completes the work";

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
     * Runs the engine there. If this thread is interrupted, so is the engine; its report is awaited all the same, and
     * the thread's flag is set.
     *
     * @return the report
     * @throws InterruptedException if the thread is interrupted, and the report does not arrive in time
     * @throws AbortException if the agent is lost, or the report can't be read
     */
    CleanupReport perform() throws AbortException, InterruptedException {
        listener.getLogger().println("Connecting from the agent");
        try {
            return StoredReport.parse(await(agent.callAsync(new EngineCall(id, order.forAgent(), listener))));
        } catch (ExecutionException e) {
            throw lost(e.getCause() == null ? e : e.getCause());
        } catch (IOException | CancellationException e) {
            throw lost(e);
        }
    }

    private String await(Future<String> report) throws ExecutionException, InterruptedException, IOException {
        try {
            // With a limit, because a wait without one would interrupt the engine by itself, and so twice.
            return get(report, Integer.MAX_VALUE);
        } catch (InterruptedException e) {
            agent.callAsync(new EngineInterrupt(id));
            String late = get(report, SECONDS_TO_END);
            Thread.currentThread().interrupt();
            return late;
        }
    }

    private String get(Future<String> report, int seconds) throws ExecutionException, InterruptedException {
        try {
            return report.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            listener.error("The agent did not report in time. " + WHAT_IS_KNOWN);
            throw new InterruptedException(WHAT_IS_KNOWN);
        }
    }

    private static AbortException lost(Throwable cause) {
        AbortException problem = new AbortException("The agent was lost, or broke off, during the cleanup ("
                + cause.getClass().getSimpleName() + "). " + WHAT_IS_KNOWN);
        problem.initCause(cause);
        return problem;
    }
}
