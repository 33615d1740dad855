package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;

/** An approval that was given, for a page. */
public final class GivenApproval {
    private final Approval approval;
    private final Run<?, ?> build;
    private final boolean waiting;

    GivenApproval(Approval approval, Run<?, ?> build, boolean waiting) {
        this.approval = approval;
        this.build = build;
        this.waiting = waiting;
    }

    public String getBy() {
        return approval.getBy();
    }

    public String getTime() {
        return approval.getTime();
    }

    /** The build that may use it or did; null before it begins, or if it is deleted. */
    @CheckForNull
    public Run<?, ?> getBuild() {
        return build;
    }

    /** Whether its build has not begun. */
    public boolean isWaiting() {
        return waiting;
    }
}
