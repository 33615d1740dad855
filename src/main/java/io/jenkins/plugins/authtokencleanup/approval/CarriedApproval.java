package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.model.Run;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;

/** The approval that a build carries, checked for that build. */
public final class CarriedApproval {
    private final Run<?, ?> build;
    private final ApprovedRemoval removal;
    private final Run<?, ?> preview;
    private final boolean used;

    private CarriedApproval(Run<?, ?> build, ApprovedRemoval removal) throws AbortException {
        this.build = build;
        this.removal = removal;
        preview = removal.previewIn(build.getParent());
        if (preview == null) {
            throw refused("the build of the preview is deleted");
        }
        used = isUsed();
        if (!used && !isStillAllowed()) {
            throw refused(removal.approval().getBy() + " may not build and configure this job any more");
        }
    }

    /**
     * The approval of a build, null if it carries none.
     *
     * @throws AbortException if it carries one that is not valid for it: then no step may remove anything
     */
    @CheckForNull
    public static CarriedApproval of(Run<?, ?> build) throws AbortException {
        ApprovedRemoval removal = build.getAction(ApprovedRemoval.class);
        return removal == null ? null : new CarriedApproval(build, removal);
    }

    private AbortException refused(String why) {
        removal.add(why);
        return new AbortException("This build carries an approval of " + removal.getPreview() + " that can't be used: "
                + why + ". Nothing is removed: make a new preview and approve that");
    }

    private boolean isUsed() throws AbortException {
        StoredApproval stored;
        try {
            stored = ApprovalFile.of(preview, removal.report()).read();
        } catch (IOException e) {
            throw (AbortException) refused("its file can't be read").initCause(e);
        }
        if (stored == null || !stored.has(removal.approval().id()) || !stored.isForBuild(build.getNumber())) {
            throw refused("it was not given for this build");
        }
        return stored.isUsedUp();
    }

    private boolean isStillAllowed() {
        try {
            return Approver.is(removal.approval().approver(), build.getParent());
        } catch (AuthenticationException e) {
            return false;
        }
    }

    /** Whether a step of this build used it. */
    public boolean isUsedUp() {
        return used;
    }

    /** The build with the approved preview. */
    public Run<?, ?> preview() {
        return preview;
    }

    /** The number of the preview's report in its build, from 1. */
    public int report() {
        return removal.report();
    }

    /** Who approved what and when, a sentence without a full stop. */
    public String words() {
        return new ApprovalCause(removal).getShortDescription();
    }

    /** Remembers why a step could not use the approval, for the end of the build. */
    public void differs(String why) {
        removal.add(why);
    }

    /**
     * Uses the approval up, on disk.
     *
     * @throws AbortException if that fails: then nothing may be removed
     */
    public void use() throws AbortException {
        try {
            if (!ApprovalFile.of(preview, removal.report())
                    .change(removal.approval().id(), StoredApproval::usedUp)) {
                throw refused("it was used up meanwhile");
            }
        } catch (IOException e) {
            throw (AbortException) refused("its file can't be written").initCause(e);
        }
    }
}
