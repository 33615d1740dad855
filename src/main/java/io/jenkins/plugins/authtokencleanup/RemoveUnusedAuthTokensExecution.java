package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Runs the pipeline step in its own thread: it needs no executor and can be interrupted. */
final class RemoveUnusedAuthTokensExecution extends SynchronousNonBlockingStepExecution<CleanupResult> {
    private static final long serialVersionUID = 1L;

    private final CleanupParameters parameters;
    private transient Thread thread;
    private transient Throwable stopCause;

    RemoveUnusedAuthTokensExecution(StepContext context, CleanupParameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    protected CleanupResult run() throws Exception {
        begin();
        try {
            return cleanUp();
        } finally {
            end();
        }
    }

    private CleanupResult cleanUp() throws Exception {
        Run<?, ?> run = getContext().get(Run.class);
        TaskListener listener = getContext().get(TaskListener.class);
        Launcher launcher =
                parameters.connectFrom() == ConnectFrom.AGENT ? getContext().get(Launcher.class) : null;
        CleanupTask task = new CleanupTask(parameters, run, listener, launcher == null ? null : launcher.getChannel());
        CleanupReport report = task.perform();
        BuildOutcome outcome = new BuildOutcome(report);
        if (outcome.isUnstable()) {
            getContext()
                    .get(FlowNode.class)
                    .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(report.message()));
        }
        outcome.applyTo(run, listener);
        return new CleanupResult(report);
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
    }

    /** Why the step was stopped says more than how the cleanup ended. */
    private synchronized void end() throws Exception {
        thread = null;
        Thread.interrupted();
        if (stopCause instanceof Exception cause) {
            throw cause;
        }
    }

    /** Waits for the cleanup to sign out and publish its report, which takes seconds at most. */
    @Override
    public void stop(Throwable cause) throws Exception {
        synchronized (this) {
            if (thread != null) {
                stopCause = cause;
                thread.interrupt();
                return;
            }
        }
        super.stop(cause);
    }

    /** A removal can't be resumed midway and must not be repeated blindly. */
    @Override
    public void onResume() {
        getContext()
                .onFailure(new AbortException("Jenkins was restarted during the cleanup. " + AgentRun.WITHOUT_REPORT));
    }
}
