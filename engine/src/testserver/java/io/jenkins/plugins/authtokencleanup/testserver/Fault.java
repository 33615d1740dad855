package io.jenkins.plugins.authtokencleanup.testserver;

/**
 * A way in which an answer can go wrong. A fault that {@link #acts()} lets the request take its effect first (signs in,
 * removes, rotates handles) and spoils the answer only; any other one leaves the server as it was.
 */
public enum Fault {
    /** The connection is reset, nothing was done. */
    RESET_BEFORE(false),
    /** The request takes effect, then the connection is reset. */
    RESET_AFTER(true),
    /** No answer ever, nothing was done. */
    TIMEOUT_BEFORE(false),
    /** The request takes effect, but no answer ever comes. */
    TIMEOUT_AFTER(true),
    /**
     * No answer ever. The request is checked when it arrives, but takes effect when the client gives up, or later:
     * see {@link AnalyticsServer#holdLateEffects()}.
     */
    TIMEOUT_LATE_EFFECT(false),
    /**
     * A gateway's answer with status 504, at once. The request behind it takes effect then, or later as
     * {@link #TIMEOUT_LATE_EFFECT} does.
     */
    GATEWAY_LATE_EFFECT(false),
    /** The true answer with its full Content-Length, cut in the middle. */
    HALF_BODY(true),
    /** The true answer without a length, cut in the middle: to the client it ends normally. */
    HALF_BODY_SILENT(true),
    /** The login page in place of the answer. The session lives on. */
    LOGIN_PAGE(false),
    /** The request takes effect, and the login page is the answer. */
    LOGIN_PAGE_AFTER(true),
    /** An HTML error page with status 200. */
    ERROR_PAGE(false),
    /** An HTML error page with status 500. */
    ERROR_500(false),
    /** The JSON error for a session that is gone. The session lives on; see {@link AnalyticsServer#endSessions()}. */
    JSON_ERROR_Z113(false),
    /** The JSON that asks for the password again. */
    JSON_REAUTH(false),
    /** The JSON error of a throttled request. */
    THROTTLE_JSON(false),
    /** Status 429 with {@code Retry-After: 1}. */
    THROTTLE_429(false),
    /** Status 503 with {@code Retry-After: 1}. */
    THROTTLE_503(false),
    /** The request takes effect, yet the answer is that it was throttled. */
    THROTTLE_AFTER(true),
    /**
     * The previous answer to a request of the same kind once more, without its cookies; an error page if there was
     * none.
     */
    DUPLICATE_PAGE(false),
    /** A JSON array (even request index) or the bytes of a picture (odd request index). */
    WRONG_TYPE(false),
    /** Status 200, Content-Length 0. */
    EMPTY_BODY(false),
    /** The request takes effect, and the answer is empty. */
    EMPTY_BODY_AFTER(true),
    /** The text {@code OK}. */
    UNKNOWN_TEXT(false),
    /** The request takes effect, and the answer is the text {@code OK}. */
    UNKNOWN_TEXT_AFTER(true),
    /** The true answer, its body one byte every 200 ms. */
    SLOW_DRIP(true),
    /** A page that never ends. */
    ENDLESS_BODY(false),
    /** A redirect to a page that redirects to another one, and so on. */
    ENDLESS_REDIRECT(false),
    /** A redirect to {@code http://other.invalid/}. */
    REDIRECT_FOREIGN(false),
    /** A redirect to {@code file:///etc/passwd}. */
    REDIRECT_FILE(false),
    /** A small gzip body of some 300 MB decoded; sent so whether or not the client accepts gzip. */
    GZIP_BOMB(false),
    /** A header line of 10 MB. */
    HUGE_HEADER(false),
    /** A panel with one row of four million cells, or a list with as many objects. */
    MANY_CELLS(false),
    /** A panel inside 100,000 nested elements, or a list of as many nested objects. */
    DEEP_NESTING(false),
    /** The true answer as UTF-16 labelled UTF-8 (even request index) or labelled with an unknown charset (odd). */
    WRONG_CHARSET(true);

    private final boolean acts;

    Fault(boolean acts) {
        this.acts = acts;
    }

    /** Whether the request can take effect after the client has stopped waiting for its answer. */
    public boolean actsLate() {
        return this == TIMEOUT_LATE_EFFECT || this == GATEWAY_LATE_EFFECT;
    }

    /** Whether the request takes its effect on the server's state before the answer is spoiled. */
    public boolean acts() {
        return acts;
    }
}
