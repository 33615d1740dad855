package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault at every request of every shape of run (deep nesting, which takes long, in one shape of each page only):
 * the report equals what the server lost, the rest is intact, one password is sent at most, and a run without faults
 * completes the work.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class EveryFaultTest {
    private static final Duration TIMEOUT = Duration.ofMillis(600);
    /** A page that comes all the same: a read is repeated after these, or they do no harm. */
    private static final Set<Fault> HARMLESS_WHILE_LISTING = EnumSet.of(
            Fault.RESET_BEFORE,
            Fault.RESET_AFTER,
            Fault.THROTTLE_JSON,
            Fault.THROTTLE_429,
            Fault.THROTTLE_503,
            Fault.THROTTLE_AFTER,
            Fault.WRONG_CHARSET);

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int PAIRS = 500;

    /** A fault at a request. When a request takes effect matters for those that act late only. */
    private record Hit(int request, Fault fault) {}

    private record Point(Shape shape, List<Hit> hits, Lateness late) {}

    /** How often each request is hit: a removal that acts late can do so at any time. */
    private static Stream<Point> points(Shape shape, int request, RequestKind kind, Fault fault) {
        Stream<Lateness> times = !fault.actsLate()
                ? Stream.of(Lateness.AT_ONCE)
                : kind == RequestKind.REMOVE
                        ? Stream.of(Lateness.values())
                        : Stream.of(Lateness.AT_ONCE, Lateness.BEFORE_THE_NEXT_REMOVAL);
        return times.map(late -> new Point(shape, List.of(new Hit(request, fault)), late));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void every_fault_at_every_request_leaves_a_true_report_and_the_rest_intact(Shape shape)
            throws InterruptedException {
        List<Point> points = new ArrayList<>();
        List<RequestKind> requests = shape.requests();
        for (int request = 0; request < requests.size(); request++) {
            for (Fault fault : FAULTS) {
                if (fault != Fault.DEEP_NESTING || shape == Shape.ONE_BATCH || shape == Shape.JSON_ONE_BATCH) {
                    points(shape, request, requests.get(request), fault).forEach(points::add);
                }
            }
        }
        long begun = System.nanoTime();
        AtomicInteger met = new AtomicInteger();
        List<Point> sample = Sample.oneIn(83, points);
        Parallel.forEach(sample, point -> met.addAndGet(check(point) ? 1 : 0));
        assertTrue(
                met.get() > sample.size() * 8 / 10, () -> "only " + met + " of " + sample.size() + " faults were met");
        System.out.println(shape + ": " + sample.size() + " fault points at " + requests.size() + " requests in "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
    }

    /** Sampled: a pair is two requests and two faults out of the seed. */
    @Test
    void two_faults_in_one_run_are_no_worse() throws InterruptedException {
        List<Point> points = new ArrayList<>();
        for (int seed = 0; seed < PAIRS; seed++) {
            Random random = new Random(seed);
            Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
            int first = 4 + random.nextInt(8);
            points.add(new Point(
                    shape,
                    List.of(
                            new Hit(first, FAULTS.get(random.nextInt(FAULTS.size()))),
                            new Hit(first + 1 + random.nextInt(3), FAULTS.get(random.nextInt(FAULTS.size())))),
                    Lateness.values()[random.nextInt(Lateness.values().length)]));
        }
        Parallel.forEach(Sample.of(points), EveryFaultTest::check);
    }

    /** Whether the run reached the fault: on a busy machine it may time out earlier. */
    private static boolean check(Point point) {
        List<TestToken> tokens = Shape.tokens(Instant.now());
        try (AnalyticsServer server = point.shape().settings(tokens).start()) {
            point.hits().forEach(hit -> server.faults().at(hit.request(), hit.fault()));
            CleanupReport report = point.late()
                    .arrange(server, point.shape().cleanup(server).timeout(TIMEOUT), TIMEOUT)
                    .run();
            Truth truth = Truth.of(tokens, server, report);
            truth.assertOpenOnlyIfUnread(server);
            truth.assertDoneIsDone(report);
            Optional<LoggedRequest> met = server.log().stream()
                    .filter(request -> request.fault() != null)
                    .findFirst();
            if (point.hits().size() == 1 && met.isPresent()) {
                assertNothingWentIfTheListingFailed(server, report, met.get(), truth);
            }
            server.faults().clear();
            Lateness.release(server);
            truth.assertLostSince(server, report);
            Cleanup.of(server).run();
            assertEquals(
                    Account.survivors(tokens), Account.descriptions(server.tokens()), "after a run without faults");
            return met.isPresent();
        }
    }

    private static void assertNothingWentIfTheListingFailed(
            AnalyticsServer server, CleanupReport report, LoggedRequest met, Truth truth) {
        boolean listing = met.kind() == RequestKind.PANEL
                && met.index() == server.log(RequestKind.PANEL).get(0).index();
        if (listing && !HARMLESS_WHILE_LISTING.contains(met.fault())) {
            assertEquals(RunOutcome.FAILED, report.outcome(), "the listing failed");
            assertEquals(Set.of(), truth.lost());
            assertTrue(server.log(RequestKind.REMOVE).isEmpty());
        }
    }
}
