package io.jenkins.plugins.authtokencleanup.approval;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.XmlFile;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * The file beside a preview's report that has its approval. All changes are made under one lock, and are on disk then.
 */
final class ApprovalFile {
    private static final Object LOCK = new Object();

    private final XmlFile file;

    private ApprovalFile(File file) {
        this.file = new XmlFile(file);
    }

    static ApprovalFile of(Run<?, ?> preview, int report) {
        return new ApprovalFile(new File(preview.getRootDir(), "authtoken-cleanup/approval-" + report + ".xml"));
    }

    /**
     * What is stored.
     *
     * @return null if the preview is not approved
     * @throws IOException if the file can't be read
     */
    @CheckForNull
    StoredApproval read() throws IOException {
        synchronized (LOCK) {
            return file.exists() ? (StoredApproval) file.read() : null;
        }
    }

    /** Stores a new approval, unless there is one that is used up. */
    boolean replace(Approval approval) throws IOException {
        synchronized (LOCK) {
            StoredApproval now = read();
            if (now != null && now.isUsedUp()) {
                return false;
            }
            file.write(StoredApproval.of(approval));
            return true;
        }
    }

    /** Changes the approval with this id, unless it is used up. */
    boolean change(String id, UnaryOperator<StoredApproval> change) throws IOException {
        synchronized (LOCK) {
            StoredApproval now = read();
            if (now == null || !now.has(id) || now.isUsedUp()) {
                return false;
            }
            StoredApproval next = change.apply(now);
            if (next != now) {
                file.write(next);
            }
            return true;
        }
    }
}
