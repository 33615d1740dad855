package io.jenkins.plugins.authtokencleanup.approval;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.queue.QueueListener;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Binds an approval to its queue item before that can leave the queue, and gives it back if the item is cancelled.
 * Jenkins calls this while it holds the queue's lock.
 */
@Extension
public final class ApprovalQueue extends QueueListener {
    private static final Logger LOGGER = Logger.getLogger(ApprovalQueue.class.getName());

    @Override
    public void onEnterWaiting(Queue.WaitingItem item) {
        change(item, stored -> stored.queuedAs(item.getId()));
    }

    @Override
    public void onLeft(Queue.LeftItem item) {
        if (item.isCancelled()) {
            change(item, stored -> stored.isFor(item.getId()) ? null : stored);
        }
    }

    private static void change(Queue.Item item, UnaryOperator<StoredApproval> change) {
        ApprovedRemoval removal = item.getAction(ApprovedRemoval.class);
        if (removal == null || !(item.task instanceof Job<?, ?> job)) {
            return;
        }
        ApprovalFile file = removal.fileIn(job);
        try {
            if (file != null) {
                file.change(removal.approval().id(), change);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The approval of " + removal.getPreview() + " of " + job);
        }
    }
}
