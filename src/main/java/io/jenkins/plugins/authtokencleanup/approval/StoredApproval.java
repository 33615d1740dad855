package io.jenkins.plugins.authtokencleanup.approval;

/** What is stored with a preview: its approval, and how far that got: queued, begun, used up. */
final class StoredApproval {
    private final Approval approval;
    private final Long queueItem;
    private final Integer build;
    private final boolean used;

    private StoredApproval(Approval approval, Long queueItem, Integer build, boolean used) {
        this.approval = approval;
        this.queueItem = queueItem;
        this.build = build;
        this.used = used;
    }

    static StoredApproval of(Approval approval) {
        return new StoredApproval(approval, null, null, false);
    }

    /** The same, bound to a queue item. The first one is the only one. */
    StoredApproval queuedAs(long item) {
        return queueItem == null ? new StoredApproval(approval, item, null, false) : this;
    }

    /** The same, bound to the build that its queue item became. */
    StoredApproval begunBy(int number) {
        return new StoredApproval(approval, queueItem, number, false);
    }

    StoredApproval usedUp() {
        return new StoredApproval(approval, queueItem, build, true);
    }

    Approval approval() {
        return approval;
    }

    boolean has(String id) {
        return approval.id().equals(id);
    }

    boolean isForItem(long item) {
        return queueItem != null && queueItem == item;
    }

    boolean isForBuild(int number) {
        return build != null && build == number;
    }

    /** The queue item that it is bound to, null before it is queued. */
    Long queueItem() {
        return queueItem;
    }

    /** The number of the build that it is bound to, null before that begins. */
    Integer build() {
        return build;
    }

    boolean isUsedUp() {
        return used;
    }
}
