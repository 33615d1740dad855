package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.Util;
import hudson.model.TaskListener;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormatException;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import io.jenkins.plugins.authtokencleanup.report.StoredReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the engine in an agent's JVM. */
final class AgentRun {
    /** An interrupted engine takes less than this to list once more, sign out and report. */
    private static final int SECONDS_TO_END = 10;

    /** Ends the message of a run whose report is lost. */
    static final String WITHOUT_REPORT = "If removals had begun, the journal in the build's folder authtoken-cleanup"
            + " names what is removed and what may be, and the log of the next build lists it. Run again to complete the"
            + " cleanup";

    private final VirtualChannel agent;
    private final EngineCall call;
    private final TaskListener listener;

    AgentRun(VirtualChannel agent, EngineCall call, TaskListener listener) {
        this.agent = agent;
        this.call = call;
        this.listener = listener;
    }

    /**
     * Runs the engine there. An interruption of this thread is passed on to the agent; the report is still awaited, and
     * the interrupt flag is set afterwards.
     *
     * @return the report
     * @throws InterruptedException if interrupted, and the report does not arrive in time
     * @throws AbortException if the agent is lost, or its report can't be read or can't be that of what was requested
     */
    CleanupReport perform() throws AbortException, InterruptedException {
        listener.getLogger().println("Connecting from the agent");
        CleanupReport report;
        try {
            report = StoredReport.parse(Util.fixNull(await(agent.callAsync(call))));
        } catch (ReportFormatException e) {
            throw refused(e.getMessage());
        } catch (ExecutionException e) {
            throw lost(e.getCause() == null ? e : e.getCause());
        } catch (IOException | CancellationException e) {
            throw lost(e);
        }
        return believed(report);
    }

    private String await(Future<String> report) throws ExecutionException, InterruptedException, IOException {
        try {
            // With a limit: a wait without one would interrupt the engine too, a second time.
            return report.get(Integer.MAX_VALUE, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            agent.callAsync(call.interruption());
            String late = awaitLate(report);
            Thread.currentThread().interrupt();
            return late;
        }
    }

    private String awaitLate(Future<String> report) throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        while (true) {
            try {
                return report.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // Aborted again: without the report nobody knows what is gone.
                continue;
            } catch (TimeoutException e) {
                listener.error("The agent did not report in time. " + WITHOUT_REPORT);
                throw new InterruptedException(WITHOUT_REPORT);
            }
        }
    }

    /** A report that is not believed is not stored, so that no grace period, approval or comparison uses it. */
    private CleanupReport believed(CleanupReport report) throws AbortException {
        List<String> differences = call.differences(report);
        if (differences.isEmpty()) {
            return report;
        }
        listener.getLogger().println("What the agent reports: " + report.outcome() + ", at " + report.finishedAt());
        new ConsoleProgress(listener.getLogger()).totals(report);
        throw refused(String.join("; ", differences));
    }

    private static AbortException refused(String why) {
        return new AbortException("The agent's report is not used, because it can't be the report of this run: "
                + SafeText.of(why)
                + ". Look at the AuthTokens page to see what is left, and whether somebody has changed"
                + " this agent. Run again from the controller or another agent");
    }

    private static AbortException lost(Throwable cause) {
        String problem = "The agent was lost, or failed, during the cleanup ("
                + cause.getClass().getSimpleName() + "). " + WITHOUT_REPORT;
        return (AbortException) new AbortException(problem).initCause(cause);
    }
}
