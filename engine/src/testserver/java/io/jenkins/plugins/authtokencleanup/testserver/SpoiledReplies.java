package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Exchange;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** The answers of those faults that have one. */
final class SpoiledReplies {
    private static final String THROTTLED = "{\"response\":\"error\",\"code\":\"Z101\","
            + "\"cause\":\"throttles_limit_exceeded\",\"message\":\"Too many requests\"}";
    private static final Duration DRIP = Duration.ofMillis(200);

    private SpoiledReplies() {}

    /**
     * The answer to send.
     *
     * @param truth     what would be sent without the fault; of a fault that does not act it is null
     * @param loginPage the login page for this visit; only of faults that answer with it
     * @param previous  the last answer to a request of the same kind, null for none
     */
    static HttpReply of(
            Fault fault, Exchange exchange, int index, HttpReply truth, HttpReply loginPage, HttpReply previous) {
        boolean even = index % 2 == 0;
        return switch (fault) {
            case HALF_BODY -> halfBody(truth);
            case HALF_BODY_SILENT -> truth.withBytes(half(truth.bytes())).untilClose();
            case LOGIN_PAGE, LOGIN_PAGE_AFTER -> loginPage;
            case ERROR_PAGE -> Notices.error(200, "Your request could not be completed.");
            case ERROR_500 -> Notices.error(500, "Internal error.");
            case JSON_ERROR_Z113 ->
                HttpReply.json(
                        "{\"response\":\"error\",\"code\":\"Z113\",\"cause\":\"session_expired\",\"message\":\"Sign in again\"}");
            case JSON_REAUTH ->
                HttpReply.json("{\"cause\":\"invalid_password_token\",\"redirect_url\":\"\\/iam\\/relogin\"}");
            case THROTTLE_JSON, THROTTLE_AFTER -> HttpReply.json(THROTTLED);
            case THROTTLE_429 -> Notices.error(429, "Too many requests.").with("Retry-After", "1");
            case THROTTLE_503 -> Notices.error(503, "Server busy.").with("Retry-After", "1");
            case DUPLICATE_PAGE ->
                previous == null
                        ? Notices.error(200, "Your request could not be completed.")
                        : previous.without("Set-Cookie");
            case WRONG_TYPE -> even ? HttpReply.json("[1, {\"a\": []}, null]") : JunkReplies.picture();
            case EMPTY_BODY -> HttpReply.text("");
            case EMPTY_BODY_AFTER -> truth.withBytes(new byte[0]);
            case UNKNOWN_TEXT, UNKNOWN_TEXT_AFTER -> HttpReply.text("OK");
            case SLOW_DRIP -> dripping(truth, exchange);
            case ENDLESS_BODY -> JunkReplies.endless();
            case ENDLESS_REDIRECT -> EndlessRedirect.from(exchange.request().path());
            case REDIRECT_FOREIGN -> HttpReply.redirect("http://other.invalid/iam/u/h");
            case REDIRECT_FILE -> HttpReply.redirect("file:///etc/passwd");
            case GZIP_BOMB -> JunkReplies.gzipBomb();
            case HUGE_HEADER -> Notices.error(200, "See the head.").with("X-Filler", "x".repeat(10_000_000));
            case MANY_CELLS -> JunkReplies.manyCells();
            case DEEP_NESTING -> JunkReplies.deepNesting();
            case WRONG_CHARSET -> even ? asUtf16(truth) : withUnknownCharset(truth);
            case RESET_BEFORE, RESET_AFTER, TIMEOUT_BEFORE, TIMEOUT_AFTER, TIMEOUT_LATE_EFFECT, GATEWAY_LATE_EFFECT ->
                throw new IllegalArgumentException(fault + " has no answer to spoil");
        };
    }

    private static HttpReply halfBody(HttpReply truth) {
        byte[] whole = truth.bytes();
        return truth.withLyingLength(Math.max(whole.length, 1), out -> out.write(half(whole)));
    }

    private static HttpReply dripping(HttpReply truth, Exchange exchange) {
        byte[] whole = truth.bytes();
        return truth.withLyingLength(whole.length, out -> {
            for (byte drop : whole) {
                out.write(drop);
                out.flush();
                exchange.pause(DRIP);
            }
        });
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static HttpReply asUtf16(HttpReply truth) {
        String text = new String(truth.bytes(), StandardCharsets.UTF_8);
        return truth.withBytes(text.getBytes(StandardCharsets.UTF_16));
    }

    private static HttpReply withUnknownCharset(HttpReply truth) {
        return truth.withBytes(truth.bytes())
                .without("Content-Type")
                .with("Content-Type", "text/html;charset=x-no-such-charset");
    }
}
