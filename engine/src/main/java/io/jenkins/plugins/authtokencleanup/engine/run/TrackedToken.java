package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Instant;

/** A token that a run has seen, and what the run knows of it. */
final class TrackedToken {
    private final String id;
    private AuthToken row;
    private Reason reason = Reason.UNKNOWN_DATE;
    private int tries;
    /** A request named it, and no listing since could show what came of it. */
    private boolean open;
    /** Some request that named it was accepted, or may have been carried out. */
    private boolean accepted;

    private boolean unclear;
    /** Consecutive listings without it. */
    private int absences;

    private String givenUp = "";
    private boolean maybeTakenInstead;

    TrackedToken(String id, AuthToken row) {
        this.id = id;
        this.row = row;
    }

    String id() {
        return id;
    }

    /** The token as the latest listing that had it shows it. */
    AuthToken row() {
        return row;
    }

    Reason reason() {
        return reason;
    }

    void judge(Reason now) {
        reason = now;
    }

    /** Whether the latest listing had it. */
    boolean listed() {
        return absences == 0;
    }

    int tries() {
        return tries;
    }

    /** Whether the run asked for its removal, and may have caused it. */
    boolean asked() {
        return tries > 0;
    }

    /** Whether it was asked for and is gone: seen twice, unless the server accepted the request. */
    boolean removed() {
        return accepted ? absences >= 1 : unclear && absences >= 2;
    }

    /** Whether nothing shows yet, or nothing can show, if this run removed it. */
    boolean notKnown() {
        return asked() && !removed() && (open || !listed());
    }

    /** Whether one more listing without it would prove that it is gone. */
    boolean needsSecondLook() {
        return unclear && !accepted && absences == 1;
    }

    boolean failed() {
        return asked() && !removed() && (open || !listed() || reason == Reason.UNUSED);
    }

    /** Whether the next batch may name it. */
    boolean removable() {
        return listed() && givenUp.isEmpty() && reason == Reason.UNUSED && row.handle() != null;
    }

    /** Whether it disappeared although this run never asked for its removal. */
    boolean goneUnasked() {
        return !listed() && !asked();
    }

    /** It disappeared when the server removed others than it was asked to. */
    void mayBeTakenInstead() {
        maybeTakenInstead = goneUnasked();
    }

    /** A removal request is about to name it. */
    void ask() {
        tries++;
        open = true;
    }

    /** The request was not sent after all. */
    void notAsked() {
        tries--;
        open = unclear;
    }

    /** The server replied to a request that named it, alone or with others. */
    void answered(RemovalReply reply, boolean alone) {
        accepted |= reply instanceof RemovalReply.Accepted;
        unclear |= reply instanceof RemovalReply.Unclear || reply instanceof RemovalReply.InvalidHandle && !alone;
    }

    /** The listing that showed it may be an old copy. */
    void doubt() {
        open = true;
    }

    void giveUp(String why) {
        givenUp = why;
    }

    /** A listing has it. If it is late, no earlier request can still be carried out. */
    void see(AuthToken shown, boolean late) {
        row = shown;
        absences = 0;
        open &= (unclear || accepted) && !late;
    }

    /** A listing does not have it. */
    void miss() {
        absences++;
        open = false;
    }

    TokenReport report(boolean preview, Instant dueAt) {
        TokenOutcome outcome = outcome(preview);
        boolean went = outcome == TokenOutcome.REMOVED || outcome == TokenOutcome.FAILED;
        return new TokenReport(
                id,
                row.description(),
                row.scopes(),
                row.ipAddress(),
                row.lastAccess().latest(),
                row.lastAccessText(),
                went ? Verdict.REMOVE : reason.verdict(),
                went ? Reason.UNUSED : reason,
                outcome,
                !notKnown(),
                note(dueAt),
                dueAt);
    }

    TokenOutcome outcome(boolean preview) {
        if (removed()) {
            return TokenOutcome.REMOVED;
        }
        if (failed()) {
            return TokenOutcome.FAILED;
        }
        if (reason.verdict() == Verdict.KEEP) {
            return TokenOutcome.KEPT;
        }
        return preview ? TokenOutcome.WOULD_REMOVE : TokenOutcome.NOT_ATTEMPTED;
    }

    private String note(Instant dueAt) {
        if (notKnown()) {
            return listed()
                    ? "its removal was asked for; whether it is gone is not known, because no listing since could show it"
                    : "it is gone, but the server refused its removal or the list was read once only: whether this run"
                            + " removed it is not known";
        }
        if (goneUnasked()) {
            return "no longer listed; this run did not ask for its removal"
                    + (maybeTakenInstead ? ", but the server may have removed it in place of another" : "");
        }
        if (dueAt != null && givenUp.isEmpty()) {
            return "due " + dueAt;
        }
        if (reason == Reason.NEVER_USED && row.maybeNeverUsed()) {
            return "creation and last access look the same, so it may never have been used";
        }
        return removed() ? "" : givenUp;
    }
}
