package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response with its whole body in memory. */
public final class ServerResponse {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)");

    private final HttpResponse<byte[]> response;
    private final WebPage page;

    ServerResponse(HttpResponse<byte[]> response) {
        this.response = response;
        this.page = new WebPage(response.uri(), response.statusCode(), new String(response.body(), charset()));
    }

    int status() {
        return response.statusCode();
    }

    public URI uri() {
        return response.uri();
    }

    /** The header's first value, empty if it is absent. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body as text. */
    public WebPage page() {
        return page;
    }

    public boolean redirects() {
        return status() >= 300 && status() < 400 && status() != 304;
    }

    /** The server asks to slow down: by its status, or by a JSON error (contract, section 6). */
    public boolean throttles() {
        return status() == 429
                || status() == 503 && !header("Retry-After").isEmpty()
                || page.isJson() && page.jsonError().throttles();
    }

    /** How long the server asks to wait; null if it does not say so in seconds or as a date. */
    public Duration retryAfter() {
        String value = header("Retry-After").strip();
        if (value.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = httpDate(value);
        Instant now = date();
        return until == null || now == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    /**
     * The server's clock.
     *
     * @param attempt what was attempted
     * @return never null
     * @throws CleanupException if the response has no readable {@code Date}
     */
    public Instant serverTime(String attempt) throws CleanupException {
        Instant date = date();
        if (date == null) {
            throw new CleanupException(
                    Problem.UNKNOWN_PAGE,
                    attempt,
                    "the response has no Date header, so the age of an AuthToken can't be calculated");
        }
        return date;
    }

    private Instant date() {
        return httpDate(header("Date"));
    }

    private static Instant httpDate(String text) {
        try {
            return text.isEmpty() ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(header("Content-Type").toLowerCase(Locale.ROOT));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
