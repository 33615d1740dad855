package io.jenkins.plugins.authtokencleanup.approval;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.queue.QueueListener;

/**
 * Binds an approval to its queue item before that can leave the queue. Jenkins calls this while it holds the queue's
 * lock.
 */
@Extension
public final class ApprovalQueue extends QueueListener {
    @Override
    public void onEnterWaiting(Queue.WaitingItem item) {
        ApprovedRemoval removal = item.getAction(ApprovedRemoval.class);
        if (removal != null && item.task instanceof Job<?, ?> job) {
            removal.change(job, stored -> stored.queuedAs(item.getId()));
        }
    }
}
