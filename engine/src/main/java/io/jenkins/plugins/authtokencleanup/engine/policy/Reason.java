package io.jenkins.plugins.authtokencleanup.engine.policy;

/** Why a token has its verdict. */
public enum Reason {
    UNUSED(Verdict.REMOVE, "unused"),
    RECENTLY_USED(Verdict.KEEP, "recently used"),
    PROTECTED(Verdict.KEEP, "protected"),
    NEWEST(Verdict.KEEP, "newest of its description"),
    NEVER_USED(Verdict.KEEP, "never used"),
    /** Unreadable, missing, or in the future. */
    UNKNOWN_DATE(Verdict.KEEP, "unknown date"),
    IN_GRACE(Verdict.KEEP, "in grace"),
    NOT_IN_APPROVED_PLAN(Verdict.KEEP, "not in the approved plan"),
    USED_MEANWHILE(Verdict.KEEP, "used meanwhile"),
    /** The page offers nothing that would remove this token and no other. */
    NO_HANDLE(Verdict.KEEP, "the page offers no way to remove it"),
    /** Came into view during the run, when no more were allowed to go. */
    OVER_CAP(Verdict.KEEP, "over the cap"),
    /** Never used, on a server that may not record use. */
    USE_NOT_RECORDED(Verdict.KEEP, "use may not be recorded");

    private final Verdict verdict;
    private final String words;

    Reason(Verdict verdict, String words) {
        this.verdict = verdict;
        this.words = words;
    }

    /** The verdict that it is a reason for. */
    public Verdict verdict() {
        return verdict;
    }

    /** The reason in words: English, lower case. */
    public String words() {
        return words;
    }
}
