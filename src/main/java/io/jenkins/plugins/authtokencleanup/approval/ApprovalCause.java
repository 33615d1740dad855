package io.jenkins.plugins.authtokencleanup.approval;

import hudson.model.Cause;

/** Says on the build and in its log who approved what, and when. */
public final class ApprovalCause extends Cause {
    private final Approval approval;
    private final String preview;

    ApprovalCause(ApprovedRemoval removal) {
        approval = removal.approval();
        preview = removal.getPreview();
    }

    @Override
    public String getShortDescription() {
        return Messages.cause(approval.getBy(), preview, approval.getTime());
    }
}
