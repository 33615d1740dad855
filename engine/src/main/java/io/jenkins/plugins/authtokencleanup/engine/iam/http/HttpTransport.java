package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.OfferedCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends one request and reads one whole response, within a deadline and a bound. Never repeats a request; the JDK's
 * client may repeat a GET, but no POST, if the connection breaks before any response.
 */
public final class HttpTransport {
    /** Clients without a browser-like name have been refused (contract, section 4). */
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36 AuthTokenCleanup/1";

    private static final int PROXY_WANTS_USER = 407;

    private final HttpClient client;
    private final OfferedCertificate offered;

    HttpTransport(HttpClient client, OfferedCertificate offered) {
        this.client = client;
        this.offered = offered;
    }

    public static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "en")
                // An old copy of a list would make tokens look unused.
                .header("Cache-Control", "no-cache");
    }

    /**
     * Sends a request.
     *
     * @param attempt what the request is for, for messages
     * @param request the request
     * @param limits deadline and bound
     * @return the response
     * @throws CleanupException if no whole response arrives
     * @throws InterruptedException if the thread is interrupted and no response arrives in the time that {@code limits}
     *     allows for that; the server may act on the request all the same. If one does arrive, it is returned and the
     *     thread's flag is set
     */
    ServerResponse send(String attempt, HttpRequest request, Limits limits)
            throws CleanupException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, info -> new BoundedBody(limits.bytes()));
        try {
            return received(attempt, response.get(limits.time().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            HttpResponse<byte[]> late = lastChance(response, limits.afterInterruption());
            if (late == null) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return received(attempt, late);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw late(attempt, limits.time());
        } catch (ExecutionException e) {
            throw problem(attempt, e.getCause(), limits.time());
        }
    }

    private static ServerResponse received(String attempt, HttpResponse<byte[]> response) throws CleanupException {
        if (response.statusCode() == PROXY_WANTS_USER) {
            throw new CleanupException(
                    Problem.PROXY_REFUSED, attempt, "the proxy wants a user and a password (HTTP 407)");
        }
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
            throw new CleanupException(
                    Problem.UNKNOWN_REPLY, attempt, "the server sent a compressed answer that nobody asked for");
        }
        return new ServerResponse(response);
    }

    private static HttpResponse<byte[]> lastChance(CompletableFuture<HttpResponse<byte[]>> response, Duration backoff) {
        try {
            return response.get(backoff.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            response.cancel(true);
            return null;
        }
    }

    private static CleanupException late(String attempt, Duration time) {
        return new CleanupException(
                Problem.TIMED_OUT, attempt, "the answer was not complete after " + time.toSeconds() + " s");
    }

    private CleanupException problem(String attempt, Throwable cause, Duration time) {
        if (cause instanceof HttpTimeoutException) {
            return late(attempt, time);
        }
        if (cause instanceof BoundedBody.TooLong) {
            return new CleanupException(Problem.UNKNOWN_REPLY, attempt, cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return offered.refusal(attempt, (SSLException) cause);
        }
        if (String.valueOf(cause.getMessage()).startsWith("too many authentication attempts")) {
            return new CleanupException(
                    Problem.PROXY_REFUSED, attempt, "the proxy refuses the user and password that it gets (HTTP 407)");
        }
        return new CleanupException(Problem.UNREACHABLE, attempt, words(cause));
    }

    private static String words(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
                return "the host's name is not known";
            }
        }
        if (cause instanceof ConnectException) {
            return "nothing accepts connections there";
        }
        if (cause instanceof IOException) {
            return "the connection broke off without a complete answer";
        }
        return "the connection failed (" + cause.getClass().getSimpleName() + ")";
    }
}
