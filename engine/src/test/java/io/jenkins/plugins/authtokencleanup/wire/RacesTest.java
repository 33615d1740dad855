package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.BadHandlePolicy;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Others use, make and remove tokens between any two requests, and clean up at the same time. */
class RacesTest {
    private final List<TestToken> tokens = Shape.tokens(Instant.now());

    static Stream<Arguments> requests() {
        List<Arguments> all = new ArrayList<>();
        for (Shape shape : List.of(
                Shape.SEVERAL_BATCHES,
                Shape.CAPPED_DISPLAY,
                Shape.NEW_HANDLES,
                Shape.JSON_SEVERAL_BATCHES,
                Shape.JSON_NEW_HANDLES,
                Shape.JSON_FAILS_MIDWAY)) {
            for (int request = 0; request < shape.requests().size() - 1; request++) {
                all.add(Arguments.of(shape, request));
            }
        }
        List<Arguments> sample = Sample.oneIn(18, all);
        System.out.println(
                "Races: " + sample.size() + " of " + all.size() + " requests at which others act, in four ways");
        return sample.stream();
    }

    private String idOf(String description) {
        return tokens.stream()
                .filter(token -> token.description().equals(description))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String lastStale() {
        return tokens.stream()
                .map(TestToken::description)
                .filter(description -> description.startsWith("stale"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_token_used_before_the_last_list_before_its_removal_stays(Shape shape, int request) {
        String used = lastStale();
        try (AnalyticsServer server = shape.settings(tokens).start()) {
            server.before(request, () -> server.use(idOf(used)));
            CleanupReport report = shape.cleanup(server).run();
            Truth truth = Truth.of(tokens, server, report);
            long panels = server.log().stream()
                    .limit(request + 1)
                    .filter(logged -> logged.kind() == RequestKind.PANEL)
                    .count();
            long all = server.log(RequestKind.PANEL).size();
            if (panels < all - 1 || server.log().get(request).kind() == RequestKind.PANEL && panels == all - 1) {
                assertTrue(!truth.lost().contains(used), "it was used in time to be seen");
            }
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_token_made_meanwhile_stays(Shape shape, int request) {
        try (AnalyticsServer server = shape.settings(tokens).start()) {
            server.before(
                    request,
                    () -> server.addToken(TestToken.named("made").withId("made").usedAt(Instant.now())));
            CleanupReport report = shape.cleanup(server).run();
            Truth.of(tokens, server, report);
            assertTrue(server.tokenIds().contains("made"));
            assertEquals(9 + 4, server.tokens().size());
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_token_removed_by_others_meanwhile_does_not_stop_the_run(Shape shape, int request) {
        String gone = lastStale();
        try (AnalyticsServer server = shape.settings(tokens).start()) {
            server.before(request, () -> server.removeToken(idOf(gone)));
            CleanupReport report = shape.cleanup(server).run();
            boolean asked = report.tokens().stream()
                    .noneMatch(token -> token.outcome() == TokenOutcome.NOT_ATTEMPTED || !token.certain());
            assertEquals(asked ? RunOutcome.DONE : RunOutcome.PARTIAL, report.outcome(), report.message());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_session_that_is_ended_meanwhile_ends_the_run_truthfully(Shape shape, int request) {
        try (AnalyticsServer server = shape.settings(tokens).start()) {
            server.before(request, server::endSessions);
            CleanupReport report = shape.cleanup(server).run();
            Truth.of(tokens, server, report);
            Cleanup.of(server).run();
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
        }
    }

    static Stream<Arguments> kinds() {
        List<Arguments> all = new ArrayList<>();
        for (Shape shape : List.of(Shape.ONE_BATCH, Shape.JSON_ONE_BATCH)) {
            for (BadHandlePolicy policy : BadHandlePolicy.values()) {
                all.add(Arguments.of(shape, policy, false));
                all.add(Arguments.of(shape, policy, true));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void two_cleanups_at_once_remove_no_more_than_one(Shape shape, BadHandlePolicy policy, boolean newHandles) {
        try (AnalyticsServer server = shape.settings(tokens)
                .badHandlePolicy(policy)
                .volatileHandles(newHandles)
                .start()) {
            CompletableFuture<CleanupReport> other = CompletableFuture.supplyAsync(
                    () -> Cleanup.of(server).batchSize(2).run());
            CleanupReport one = Cleanup.of(server).batchSize(3).run();
            List<CleanupReport> both = List.of(one, other.join());
            Set<String> removed = new HashSet<>();
            Set<String> notKnown = new HashSet<>();
            for (CleanupReport report : both) {
                removed.addAll(Cleanup.descriptions(report, TokenOutcome.REMOVED));
                report.tokens().stream()
                        .filter(token -> !token.certain())
                        .forEach(token -> notKnown.add(token.description()));
            }
            Set<String> lost = new HashSet<>(Account.descriptions(tokens));
            server.tokens().forEach(token -> lost.remove(token.description()));
            assertTrue(lost.containsAll(removed), () -> "removed " + removed + ", lost " + lost);
            // A run that sees too many others go stops, and does not know what became of its last request.
            removed.addAll(notKnown);
            assertTrue(removed.containsAll(lost), () -> "removed or not known " + removed + ", lost " + lost);
            assertTrue(lost.stream().allMatch(description -> description.startsWith("stale")));
            Cleanup.of(server).run();
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"ONE_BATCH", "JSON_ONE_BATCH"})
    void the_sign_out_is_sent_when_the_run_fails_too(Shape shape) {
        try (AnalyticsServer server = shape.settings(tokens).readOnly(true).start()) {
            Cleanup.of(server).run();
            assertEquals(1, server.signOuts());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"ONE_BATCH", "AUTH", "FORM", "V2", "JSON_ONE_BATCH", "CLASSIC_PAGE_NEW_SIGN_IN"})
    void one_password_is_sent_and_one_session_opened_and_ended(Shape shape) {
        try (AnalyticsServer server = shape.settings(tokens).start()) {
            shape.cleanup(server).run();
            assertEquals(1, server.signInAttempts());
            assertEquals(1, server.signIns());
            assertEquals(1, server.signOuts());
        }
    }
}
