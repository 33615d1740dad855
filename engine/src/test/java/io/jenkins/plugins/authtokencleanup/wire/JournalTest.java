package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process could be killed at any request: what the journal has by then is compared with what the server has lost.
 * Descriptions are unique.
 */
class JournalTest {
    private final Map<String, TokenReport> journal = new ConcurrentHashMap<>();
    private final List<TestToken> tokens = Shape.tokens(Instant.now());
    private final List<String> untrue = Collections.synchronizedList(new ArrayList<>());

    static Stream<Arguments> runs() {
        List<Arguments> all = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            all.add(Arguments.of(shape, null));
            for (Fault fault : List.of(
                    Fault.RESET_BEFORE,
                    Fault.RESET_AFTER,
                    Fault.TIMEOUT_AFTER,
                    Fault.TIMEOUT_LATE_EFFECT,
                    Fault.UNKNOWN_TEXT_AFTER,
                    Fault.LOGIN_PAGE_AFTER,
                    Fault.THROTTLE_AFTER)) {
                all.add(Arguments.of(shape, fault));
            }
        }
        return Sample.oneIn(3, all).stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void at_every_request_it_names_what_is_gone_and_what_may_go(Shape shape, Fault fault) {
        try (AnalyticsServer server = shape.settings(tokens).start()) {
            if (fault != null) {
                server.faults().on(RequestKind.REMOVE, 0, fault);
            }
            for (int request = 0; request < 60; request++) {
                int number = request;
                server.before(request, () -> compare("request " + number, server));
            }
            shape.cleanup(server)
                    .timeout(Duration.ofMillis(500))
                    .journal(entry -> entry.forEach(token -> journal.put(token.description(), token)))
                    .run();

            compare("the end", server);
            assertEquals(List.of(), untrue);
            assertTrue(server.log().size() < 60, "every request was looked at");
            assertEquals(shape.isPreview(), journal.isEmpty());
        }
    }

    private void compare(String when, AnalyticsServer server) {
        Set<String> lost = new HashSet<>(Account.descriptions(tokens));
        lost.removeAll(Account.descriptions(server.tokens()));
        Set<String> removed = names(TokenOutcome.REMOVED, true);
        if (!lost.containsAll(removed)) {
            untrue.add(when + ": lost " + lost + ", but the journal has as removed " + removed);
        }
        Set<String> named = names(TokenOutcome.FAILED, false);
        named.addAll(removed);
        if (!named.containsAll(lost)) {
            untrue.add(when + ": lost " + lost + ", but the journal names only " + named);
        }
    }

    private Set<String> names(TokenOutcome outcome, boolean certain) {
        return journal.values().stream()
                .filter(token -> token.outcome() == outcome && token.certain() == certain)
                .map(TokenReport::description)
                .collect(Collectors.toSet());
    }
}
