package io.jenkins.plugins.authtokencleanup.approval;

/** What is stored with a preview: its approval, and how far that got. */
final class StoredApproval {
    private final Approval approval;
    private final Long queueItem;
    private final Integer usedBy;

    private StoredApproval(Approval approval, Long queueItem, Integer usedBy) {
        this.approval = approval;
        this.queueItem = queueItem;
        this.usedBy = usedBy;
    }

    static StoredApproval of(Approval approval) {
        return new StoredApproval(approval, null, null);
    }

    /** The same, bound to a queue item. The first one is the only one. */
    StoredApproval queuedAs(long item) {
        return queueItem == null ? new StoredApproval(approval, item, usedBy) : this;
    }

    StoredApproval usedBy(int build) {
        return new StoredApproval(approval, queueItem, build);
    }

    Approval approval() {
        return approval;
    }

    boolean has(String id) {
        return approval.id().equals(id);
    }

    boolean isFor(long item) {
        return queueItem != null && queueItem == item;
    }

    /** The queue item that it is bound to, null before it is queued. */
    Long queueItem() {
        return queueItem;
    }

    /** The number of the build that used it, null if none did. */
    Integer usedBy() {
        return usedBy;
    }
}
