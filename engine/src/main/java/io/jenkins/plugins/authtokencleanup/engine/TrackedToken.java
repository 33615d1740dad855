package io.jenkins.plugins.authtokencleanup.engine;

/** A token that a run has seen, and what the run knows of it. */
final class TrackedToken {
    private final String id;
    private AuthToken row;
    private Reason reason;
    private boolean listed = true;
    private boolean asked;
    private boolean givenUp;
    private int tries;
    private String note = "";

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

    boolean listed() {
        return listed;
    }

    int tries() {
        return tries;
    }

    /** Whether the run asked for its removal, and may have caused it. */
    boolean asked() {
        return asked;
    }

    boolean removed() {
        return asked && !listed;
    }

    boolean failed() {
        return asked && listed && reason == Reason.UNUSED;
    }

    /** Whether the next batch may name it. */
    boolean removable() {
        return listed && !givenUp && reason == Reason.UNUSED && row.handle() != null;
    }

    void ask() {
        asked = true;
        tries++;
    }

    void giveUp(String why) {
        givenUp = true;
        note = why;
    }

    void see(AuthToken shown) {
        row = shown;
        listed = true;
    }

    void miss() {
        listed = false;
        if (!asked) {
            note = "no longer listed; it was not removed by this run";
        }
    }

    /** The last request named it, and what became of it could not be seen. */
    void leaveOpen(boolean accepted) {
        listed = !accepted;
        note = accepted
                ? "the server said that it removed it; the list could not be read again to confirm it"
                : "its removal was asked for without a clear answer; whether it is gone is not known";
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
                note);
    }

    private TokenOutcome outcome(boolean preview) {
        if (removed()) {
            return TokenOutcome.REMOVED;
        }
        if (reason.verdict() == Verdict.KEEP) {
            return TokenOutcome.KEPT;
        }
        if (asked) {
            return TokenOutcome.FAILED;
        }
        return preview ? TokenOutcome.WOULD_REMOVE : TokenOutcome.NOT_ATTEMPTED;
    }
}
