package io.jenkins.plugins.authtokencleanup.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.run.FakeRun;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** A report says of a token when it was used (or never), or that its date is unknown; a row of today says more. */
    private static Stream<Arguments> rows() {
        Instant reported = FakeRun.days(20);
        LastAccess then = new LastAccess.At(USED);
        LastAccess later = new LastAccess.At(USED.plusSeconds(60));
        LastAccess madeLater = new LastAccess.At(reported.plusSeconds(60));
        LastAccess unreadable = new LastAccess.Unreadable();
        ReportedAccess used = new ReportedAccess(USED, true, reported);
        ReportedAccess never = new ReportedAccess(null, true, reported);
        ReportedAccess unknown = new ReportedAccess(null, false, reported);
        return Stream.of(
                Arguments.of("as then", used, null, then, true, true),
                Arguments.of("used since", used, null, later, false, false),
                Arguments.of("used, and never", used, null, LastAccess.NEVER, false, true),
                Arguments.of("used when it was made, and never", used, then, LastAccess.NEVER, true, true),
                Arguments.of("used when it was made, as now", used, then, then, true, true),
                Arguments.of("used, and never, and made at another time", used, later, LastAccess.NEVER, false, false),
                Arguments.of("used, and not readable", used, null, unreadable, false, true),
                Arguments.of("never, and still never", never, then, LastAccess.NEVER, true, true),
                Arguments.of("never, and made when it is used", never, then, then, true, true),
                Arguments.of("never, and made since the report", never, madeLater, LastAccess.NEVER, false, true),
                Arguments.of("never, and it is not known when it was made", never, null, LastAccess.NEVER, false, true),
                Arguments.of("never, and used since", never, null, then, false, false),
                Arguments.of("never, and not readable", never, null, unreadable, false, true),
                Arguments.of("unknown, and used", unknown, null, then, false, true),
                Arguments.of("unknown, and never", unknown, then, LastAccess.NEVER, false, true),
                Arguments.of("unknown, and unknown", unknown, null, unreadable, false, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void in_doubt_a_report_does_not_hold_for_a_row_and_the_row_can_be_its_token(
            String what, ReportedAccess access, LastAccess created, LastAccess used, boolean holds, boolean canBe) {
        AuthToken row = new AuthToken("x", List.of(), "", "", created, used, "-", new RemovalHandle("h"), List.of());
        assertEquals(holds, access.stillHoldsFor(row));
        assertEquals(canBe, access.canBe(row));
    }
}
