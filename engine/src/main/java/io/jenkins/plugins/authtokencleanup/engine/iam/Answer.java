package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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

/** What a server answers: status, headers, and a body yet to be read. */
final class Answer implements AutoCloseable {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

    private final HttpResponse<DeadlineBody> response;

    Answer(HttpResponse<DeadlineBody> response) {
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    URI uri() {
        return response.uri();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    boolean encoded() {
        String encoding = header("Content-Encoding");
        return !encoding.isEmpty() && !encoding.equalsIgnoreCase("identity");
    }

    boolean redirects() {
        return status() >= 300 && status() < 400 && status() != 304;
    }

    /** Too many requests, or too busy and says for how long. */
    boolean throttles() {
        return status() == 429 || status() == 503 && !header("Retry-After").isEmpty();
    }

    /** How long the server says to wait, null where it does not say it in seconds or as a date. */
    Duration retryAfter() {
        String told = header("Retry-After").strip();
        if (told.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(told));
        }
        Instant until = httpDate(told);
        Instant now = date();
        return until == null || now == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    /** The server's clock, null if it does not tell it. */
    Instant date() {
        return httpDate(header("Date"));
    }

    private static Instant httpDate(String text) {
        try {
            return text.isEmpty() ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    Reader reader() {
        return new InputStreamReader(stream(), charset());
    }

    private InputStream stream() {
        return response.body();
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(header("Content-Type").toLowerCase(Locale.ROOT));
        if (named.find()) {
            try {
                return Charset.forName(named.group(1));
            } catch (IllegalArgumentException e) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }

    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] some = new char[8_192];
        try (Reader reader = reader()) {
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                text.append(some, 0, read);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        response.body().close();
    }
}
