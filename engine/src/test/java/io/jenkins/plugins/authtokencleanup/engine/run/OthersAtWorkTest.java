package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.BadHandle;
import io.jenkins.plugins.authtokencleanup.engine.run.FakeServer.Handles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens are used, made and removed by others between any two calls of the run. */
class OthersAtWorkTest {
    private static final int CALLS = 12;

    static Stream<Arguments> calls() {
        List<Arguments> all = new ArrayList<>();
        for (Handles handles : List.of(Handles.STABLE, Handles.VOLATILE)) {
            for (BadHandle policy : BadHandle.values()) {
                for (int call = 0; call < CALLS; call++) {
                    all.add(Arguments.of(handles, policy, call));
                }
            }
        }
        return all.stream();
    }

    private static FakeServer server(Handles handles, BadHandle policy) {
        FakeServer server = FakeRun.server(FakeRun.stale(14));
        server.tokens.add(5, daysAgo("fresh", 3));
        server.handles = handles;
        server.badHandle = policy;
        return server;
    }

    /** The token is the last one to go: its removal rests on a list that is loaded by call 9 or later. */
    @ParameterizedTest
    @MethodSource("calls")
    void a_token_that_is_used_before_the_list_that_its_removal_rests_on_stays(
            Handles handles, BadHandle policy, int call) {
        FakeServer server = server(handles, policy);
        server.before(call, () -> server.use("stale-13"));
        CleanupReport report = FakeRun.on(server).batchSize(3).done();
        boolean seen = call < 9;
        if (seen) {
            assertTrue(server.ids().contains("stale-13"));
            TokenReport token = FakeRun.token(report, "stale-13");
            assertEquals(TokenOutcome.KEPT, token.outcome());
            assertEquals(call == 0 ? Reason.RECENTLY_USED : Reason.USED_MEANWHILE, token.reason());
        }
        assertEquals(15 - server.ids().size(), report.counts().removed());
        assertTrue(server.ids().contains("fresh"));
        assertEquals(15, report.counts().listed());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_token_that_is_made_meanwhile_stays_and_is_listed_once(Handles handles, BadHandle policy, int call) {
        FakeServer server = server(handles, policy);
        server.before(call, () -> {
            server.tokens.add(0, FakeToken.named("made").used(server.now));
            server.tokens.add(FakeToken.named("stale-2").id("made twin").used(server.now));
        });
        CleanupReport report = FakeRun.on(server).batchSize(3).done();
        boolean happened = call < server.calls;
        assertEquals(happened ? List.of("made", "fresh", "made twin") : List.of("fresh"), server.ids());
        assertEquals(14, report.counts().removed());
        assertTrue(report.counts().listed() <= 17);
    }

    private static long count(CleanupReport report, TokenOutcome outcome) {
        return report.tokens().stream()
                .filter(token -> token.outcome() == outcome)
                .count();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_token_that_others_remove_meanwhile_is_not_claimed_unless_it_was_asked_for(
            Handles handles, BadHandle policy, int call) {
        FakeServer server = server(handles, policy);
        server.before(call, () -> {
            server.drop("stale-6");
            server.drop("fresh");
        });
        CleanupReport report = FakeRun.on(server).batchSize(3).perform();
        assertEquals(call < server.calls ? List.of() : List.of("fresh"), server.ids());
        if (call == 0) {
            assertEquals(13, report.counts().listed());
            return;
        }
        assertEquals(report.counts().removed(), count(report, TokenOutcome.REMOVED));
        if (report.outcome() == RunOutcome.FAILED) {
            assertTrue(report.message().contains("the list has 0 AuthTokens"), report.message());
            return;
        }
        TokenReport other = FakeRun.token(report, "fresh");
        assertEquals(TokenOutcome.KEPT, other.outcome());
        TokenReport stale = FakeRun.token(report, "stale-6");
        if (stale.outcome() != TokenOutcome.REMOVED) {
            assertEquals(TokenOutcome.NOT_ATTEMPTED, stale.outcome());
            assertTrue(stale.note().contains("did not ask"), stale.note());
        }
        boolean allWent = stale.outcome() == TokenOutcome.REMOVED;
        assertEquals(allWent ? RunOutcome.DONE : RunOutcome.PARTIAL, report.outcome());
        assertEquals(15, report.counts().listed());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_list_that_others_load_makes_handles_invalid_and_the_run_goes_on(
            Handles handles, BadHandle policy, int call) {
        FakeServer server = server(handles, policy);
        server.before(call, server::loadedByOthers);
        FakeRun.on(server).batchSize(3).done();
        assertEquals(List.of("fresh"), server.ids());
    }
}
