package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.DeadlineExceededException;
import io.jenkins.plugins.authtokencleanup.engine.error.ServerUnreachableException;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownReplyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
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
 * Sends one request and gets one answer, in bounded time. Nothing is sent twice here; the JDK's client may send a GET
 * again by itself if the connection breaks before any answer, and never a POST.
 */
final class HttpExchange {
    /** Clients without a browser-like name have been refused (section 4). */
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36 AuthTokenCleanup/1";

    private final HttpClient client;
    private final OfferedCertificate offered;

    HttpExchange(HttpClient client, OfferedCertificate offered) {
        this.client = client;
        this.offered = offered;
    }

    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("User-Agent", USER_AGENT)
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .header("Accept-Language", "en");
    }

    /**
     * Sends a request.
     *
     * @param tried what it is for, in words
     * @param request the request
     * @param limits how long it may take, and how much is read
     * @return the answer, whose body is yet to be read within the same limits
     * @throws CleanupException if no answer comes
     * @throws InterruptedException if the thread is interrupted; a request that changes something may still arrive
     */
    Answer send(String tried, HttpRequest request, Limits limits) throws CleanupException, InterruptedException {
        long deadline = System.nanoTime() + limits.time().toNanos();
        CompletableFuture<HttpResponse<DeadlineBody>> answer =
                client.sendAsync(request, info -> new DeadlineBody(deadline, limits.bytes()));
        try {
            return received(tried, answer.get(limits.time().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            HttpResponse<DeadlineBody> late = lastChance(answer, limits.afterInterruption());
            if (late == null) {
                throw e;
            }
            Thread.currentThread().interrupt();
            return received(tried, late);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw late(tried, limits.time());
        } catch (ExecutionException e) {
            throw problem(tried, e.getCause(), limits.time());
        }
    }

    private static Answer received(String tried, HttpResponse<DeadlineBody> response) throws UnknownReplyException {
        Answer answer = new Answer(response);
        if (answer.encoded()) {
            answer.close();
            throw new UnknownReplyException(tried, "the server sent a compressed answer that nobody asked for");
        }
        return answer;
    }

    private static HttpResponse<DeadlineBody> lastChance(
            CompletableFuture<HttpResponse<DeadlineBody>> answer, Duration patience) {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return null;
        }
    }

    private static DeadlineExceededException late(String tried, Duration time) {
        return new DeadlineExceededException(tried, "the answer was not complete after " + time.toSeconds() + " s");
    }

    /** Tells what went wrong while a request was sent or its answer was read. */
    CleanupException problem(String tried, Throwable cause, Duration time) throws InterruptedException {
        if (cause instanceof InterruptedIOException) {
            throw new InterruptedException();
        }
        if (cause instanceof HttpTimeoutException) {
            return late(tried, time);
        }
        if (cause instanceof DeadlineBody.TooLong) {
            return new UnknownReplyException(tried, cause.getMessage());
        }
        if (cause instanceof SSLException) {
            return offered.refusal(tried, (SSLException) cause);
        }
        return new ServerUnreachableException(tried, words(cause));
    }

    private static String words(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof java.net.UnknownHostException) {
                return "the host's name is not known";
            }
        }
        if (cause instanceof java.net.ConnectException) {
            return "nothing accepts connections there";
        }
        if (cause instanceof IOException) {
            return "the connection broke off without a complete answer";
        }
        return "the connection failed (" + cause.getClass().getSimpleName() + ")";
    }
}
