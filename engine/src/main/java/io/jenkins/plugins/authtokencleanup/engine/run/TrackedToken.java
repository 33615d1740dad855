package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;

/** A token that a run has seen, and what the run knows of it. */
final class TrackedToken {
    private final String id;
    private AuthToken row;
    private Reason reason;
    private boolean listed = true;
    private int tries;
    private boolean open;
    private boolean accepted;
    private String givenUp = "";

    TrackedToken(String id, AuthToken row, Reason reason) {
        this.id = id;
        this.row = row;
        this.reason = reason;
    }

    /** The token as the latest listing that had it shows it. */
    AuthToken row() {
        return row;
    }

    String id() {
        return id;
    }

    Reason reason() {
        return reason;
    }

    void judge(Reason now) {
        reason = now;
    }

    /** Whether the latest listing had it. */
    boolean listed() {
        return listed;
    }

    int tries() {
        return tries;
    }

    /** Whether the run asked for its removal, and may have caused it. */
    boolean asked() {
        return tries > 0;
    }

    /** Whether it was asked for and then seen to be gone. Nothing that a server says counts for that. */
    boolean removed() {
        return asked() && !listed;
    }

    boolean failed() {
        return asked() && listed && reason == Reason.UNUSED;
    }

    /** Whether the next batch may name it. */
    boolean removable() {
        return listed && givenUp.isEmpty() && reason == Reason.UNUSED && row.handle() != null;
    }

    /** A removal request is about to name it: from now on, until a listing tells, it may be gone or not. */
    void ask() {
        tries++;
        open = true;
        accepted = false;
    }

    /** The request was not sent after all. */
    void notAsked() {
        tries--;
        open = false;
    }

    /** The server said that it removed it. */
    void accept() {
        accepted = true;
    }

    /** The listing that showed it may be an old copy: what became of it is open again. */
    void doubt() {
        open = true;
    }

    void giveUp(String why) {
        givenUp = why;
    }

    void see(AuthToken shown) {
        row = shown;
        listed = true;
        open = false;
    }

    void miss() {
        listed = false;
        open = false;
    }

    TokenReport report(boolean preview) {
        return new TokenReport(
                id,
                row.description(),
                row.scopes(),
                row.ipAddress(),
                row.lastAccess().latest(),
                row.lastAccessText(),
                removed() ? Verdict.REMOVE : reason.verdict(),
                removed() ? Reason.UNUSED : reason,
                outcome(preview),
                note());
    }

    private String note() {
        if (open) {
            return accepted
                    ? "the server said that it removed it; whether it is gone is not known, because the list could not be"
                            + " read again"
                    : "its removal was asked for without a clear answer; whether it is gone is not known, because the"
                            + " list could not be read again";
        }
        return listed || asked() ? givenUp : "no longer listed; this run did not ask for its removal";
    }

    private TokenOutcome outcome(boolean preview) {
        if (removed()) {
            return TokenOutcome.REMOVED;
        }
        if (reason.verdict() == Verdict.KEEP) {
            return TokenOutcome.KEPT;
        }
        if (asked()) {
            return TokenOutcome.FAILED;
        }
        return preview ? TokenOutcome.WOULD_REMOVE : TokenOutcome.NOT_ATTEMPTED;
    }
}
