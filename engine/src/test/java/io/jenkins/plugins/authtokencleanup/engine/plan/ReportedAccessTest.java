package io.jenkins.plugins.authtokencleanup.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.run.FakeRun;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report said of a token's last access holds for a token of today if the time fits. */
class ReportedAccessTest {
    private static final Instant USED = FakeRun.days(40);

    private static AuthToken token(LastAccess access) {
        return new AuthToken("x", List.of(), "", "", null, access, "-", new RemovalHandle("h"), List.of());
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void an_exact_time_may_differ_by_the_second_that_a_report_cuts_off(int seconds, boolean holds) {
        ReportedAccess access = new ReportedAccess(USED, true, FakeRun.days(20));
        assertEquals(holds, access.stillHoldsFor(token(new LastAccess.At(USED.plusSeconds(seconds)))));
    }

    @ParameterizedTest
    @CsvSource({"61, true", "62, false"})
    void a_time_that_is_a_span_may_differ_by_its_length_besides(int seconds, boolean holds) {
        Instant latest = USED.plusSeconds(seconds);
        ReportedAccess access = new ReportedAccess(USED, true, FakeRun.days(20));
        assertEquals(holds, access.stillHoldsFor(token(new LastAccess.Between(latest.minusSeconds(60), latest))));
    }
}
