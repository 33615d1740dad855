package io.jenkins.plugins.authtokencleanup.approval;

import hudson.model.User;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportTime;
import java.time.Instant;
import java.util.UUID;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Who approved a preview, and when. Stored with the preview, and carried by the one build that may use it. */
public final class Approval {
    private final String id;
    private final String userId;
    private final String userName;
    private final long at;

    /** An approval by the current user, with a new id. */
    Approval() {
        User user = User.current();
        id = UUID.randomUUID().toString();
        userId = user == null ? null : user.getId();
        userName = user == null ? null : user.getDisplayName();
        at = System.currentTimeMillis();
    }

    String id() {
        return id;
    }

    /** The approver's name and id. */
    public String getBy() {
        if (userId == null) {
            return Messages.anonymous();
        }
        return userId.equals(userName) ? userId : userName + " (" + userId + ")";
    }

    /** When it was approved, in UTC. */
    public String getTime() {
        return ReportTime.readable(Instant.ofEpochMilli(at));
    }

    /**
     * The approver as of now.
     *
     * @throws UsernameNotFoundException if that user is gone
     */
    Authentication approver() {
        if (userId == null) {
            return Jenkins.ANONYMOUS2;
        }
        User user = User.getById(userId, false);
        if (user == null) {
            throw new UsernameNotFoundException(userId);
        }
        return user.impersonate2();
    }
}
