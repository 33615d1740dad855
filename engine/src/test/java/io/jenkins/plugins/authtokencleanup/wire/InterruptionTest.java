package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interrupted at any request, answered or not, a run stops within seconds, signs out, and reports the truth. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptionTest {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** @param fault what the request meets that the thread is interrupted in, null for nothing */
    private record Point(Shape shape, int request, Fault fault) {}

    @ParameterizedTest
    @EnumSource(Shape.class)
    void at_every_request_and_every_way_that_it_can_hang_the_run_stops_in_time(Shape shape)
            throws InterruptedException {
        List<Point> points = new ArrayList<>();
        int requests = shape.requests().size();
        for (int request = 0; request < requests; request++) {
            points.add(new Point(shape, request, null));
            points.add(new Point(shape, request, Fault.TIMEOUT_BEFORE));
            points.add(new Point(shape, request, Fault.TIMEOUT_AFTER));
            points.add(new Point(shape, request, Fault.SLOW_DRIP));
            points.add(new Point(shape, request, Fault.THROTTLE_429));
        }
        List<Point> sample = Sample.of(points);
        Parallel.forEach(sample, InterruptionTest::check);
        System.out.println("Interrupted, " + shape + ": " + sample.size() + " points at " + requests + " requests");
    }

    private static void check(Point point) {
        List<TestToken> tokens = Shape.tokens(Instant.now());
        try (AnalyticsServer server = point.shape().settings(tokens).start()) {
            AtomicReference<CleanupReport> report = new AtomicReference<>();
            AtomicLong interrupted = new AtomicLong();
            AtomicReference<Boolean> flag = new AtomicReference<>();
            Thread run = new Thread(() -> {
                report.set(point.shape()
                        .cleanup(server)
                        .timeout(Duration.ofSeconds(60))
                        .run());
                flag.set(Thread.currentThread().isInterrupted());
            });
            server.before(point.request(), () -> {
                interrupted.set(System.nanoTime());
                run.interrupt();
            });
            if (point.fault() != null) {
                server.faults().at(point.request(), point.fault());
            }
            run.start();
            run.join(TimeUnit.SECONDS.toMillis(90));
            Duration took = Duration.ofNanos(System.nanoTime() - interrupted.get());
            assertTrue(took.compareTo(LONGEST) < 0, () -> "took " + took);
            Truth.of(tokens, server, report.get());
            assertTrue(flag.get(), "the thread's flag is set");
            assertEnded(server, report.get(), point);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertEnded(AnalyticsServer server, CleanupReport report, Point point) {
        LoggedRequest met = server.log().get(point.request());
        if (met.kind() != RequestKind.LOGOUT) {
            // An answer that comes all the same can be the last one that the run needs.
            boolean complete =
                    report.outcome() == RunOutcome.DONE && report.counts().notAttempted() == 0;
            assertEquals(complete ? ExitCode.DONE : ExitCode.INTERRUPTED, report.exitCode(), report.message());
            boolean hangingSignIn = met.kind() == RequestKind.LOGIN && (point.fault() == Fault.TIMEOUT_AFTER);
            // Whoever never heard of a session can't end it.
            assertEquals(hangingSignIn ? 1 : 0, server.openSessions(), "sessions left open");
        }
        // After an answer that says nothing, the server may still be at work.
        boolean clear =
                point.fault() == null && met.kind() != RequestKind.LOGOUT && point.shape() != Shape.JSON_FAILS_MIDWAY;
        assertTrue(
                !clear
                        || report.tokens().stream()
                                .noneMatch(token -> token.note().contains("not known")),
                "nothing is left open if the server answers clearly");
    }
}
