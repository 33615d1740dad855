package io.jenkins.plugins.authtokencleanup.approval;

import hudson.model.Item;
import hudson.model.Job;
import hudson.security.AccessControlled;
import jenkins.scm.api.SCMSourceOwner;
import org.springframework.security.core.Authentication;

/** Who may approve a preview: whoever may build the job and configure it, and so could untick Preview anyway. */
final class Approver {
    private Approver() {}

    static boolean is(Authentication user, Job<?, ?> job) {
        return job.hasPermission2(user, Item.BUILD) && configured(job).hasPermission2(user, Item.CONFIGURE);
    }

    /** Throws the exception that Jenkins answers with 403, unless the current user may approve. */
    static void check(Job<?, ?> job) {
        job.checkPermission(Item.BUILD);
        configured(job).checkPermission(Item.CONFIGURE);
    }

    /** What people configure: the job, or what makes it, such as a multibranch project or an organization folder. */
    static AccessControlled configured(Job<?, ?> job) {
        Item item = job;
        while (item.getParent() instanceof SCMSourceOwner maker) {
            item = maker;
        }
        return item;
    }
}
