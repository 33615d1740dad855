package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A pattern that takes too long for a token protects it, and the report says so. */
class SlowPatternsTest {
    private static final String SLOW_PATTERN = "regex:^(a*)*\\1b$";
    private static final String SLOW_NAME = "a".repeat(40);

    @Test
    @Timeout(60)
    void protect_what_they_take_too_long_for() {
        FakeServer server = new FakeServer(daysAgo(SLOW_NAME, 40), daysAgo("other", 41), daysAgo("fresh", 1));
        CleanupReport report = FakeRun.on(server)
                .policy(policy(NeverUsed.KEEP, 0, SLOW_PATTERN))
                .done();
        assertEquals(List.of(SLOW_NAME, "fresh"), server.ids());
        assertEquals(Reason.PROTECTED, FakeRun.token(report, SLOW_NAME).reason());
        assertTrue(
                report.warnings()
                        .get(0)
                        .startsWith("The pattern " + SLOW_PATTERN
                                + " takes too long; the AuthTokens that it takes too long for are kept"),
                report.warnings()::toString);
    }

    /** Otherwise a list of thousands would take hours. */
    @Test
    @EnabledIfSystemProperty(named = "tests.full", matches = "true")
    @Timeout(60)
    void protect_all_once_they_were_too_slow_for_ten() {
        List<FakeToken> tokens = new ArrayList<>(IntStream.range(0, 10)
                .mapToObj(i -> daysAgo(SLOW_NAME + i, 40 + i))
                .toList());
        tokens.add(daysAgo("other", 41));
        CleanupReport report = FakeRun.on(FakeRun.server(tokens))
                .policy(policy(NeverUsed.KEEP, 0, SLOW_PATTERN))
                .preview()
                .done();
        assertTrue(report.tokens().stream().allMatch(token -> token.reason() == Reason.PROTECTED));
    }
}
