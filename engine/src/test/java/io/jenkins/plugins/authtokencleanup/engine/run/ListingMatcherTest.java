package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.server.PageDetails;
import io.jenkins.plugins.authtokencleanup.engine.server.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row is found again by all that it shows; what it shows of time must fit. */
class ListingMatcherTest {
    private static final Instant USED = FakeRun.days(40);
    private static final Instant NOW = FakeServer.NOW.plusSeconds(400L * 86_400);
    private static final Instant MADE = FakeRun.days(100);

    private static AuthToken row(String description, LastAccess created, LastAccess used) {
        return new AuthToken(
                description, List.of("s"), "ip", "mark", created, used, "-", new RemovalHandle("h"), List.of());
    }

    private static AuthToken used(LastAccess access) {
        return row("x", null, access);
    }

    private static LastAccess at(Instant instant) {
        return new LastAccess.At(instant);
    }

    private static LastAccess span(Instant begin, int seconds) {
        return new LastAccess.Between(begin, begin.plusSeconds(seconds));
    }

    private static boolean finds(AuthToken known, AuthToken row) {
        TrackedToken token = new TrackedToken("id", known.withoutHandle());
        AuthToken shown = row.withoutHandle();
        TokenListing listing = new TokenListing(List.of(shown), NOW, PageDetails.asShown("fake", List.of(), true));
        ListingMatcher.Match match = new ListingMatcher(List.of(token), NOW).match(listing, true, List.of());
        assertEquals(match.rows().isEmpty() ? List.of(shown) : List.of(), match.newcomers());
        return shown.equals(match.rows().get(token));
    }

    @Test
    void another_description_is_another_token() {
        assertFalse(finds(row("x", null, at(USED)), row("y", null, at(USED))));
        assertTrue(finds(row("x", null, at(USED)), row("x", null, at(USED))));
    }

    @Test
    void another_time_of_creation_is_another_token_if_it_is_exact() {
        LastAccess later = at(MADE.plusSeconds(1));
        assertFalse(finds(row("x", at(MADE), at(USED)), row("x", later, at(USED))));
        assertTrue(finds(row("x", span(MADE, 60), at(USED)), row("x", span(MADE, 61), at(USED))));
    }

    @Test
    void exact_times_must_be_the_same_to_the_second() {
        assertFalse(finds(used(at(USED)), used(at(USED.plusSeconds(1)))));
        assertFalse(finds(used(at(USED.plusSeconds(1))), used(at(USED))));
    }

    @Test
    void an_exact_time_fits_a_span_that_it_is_in_or_next_to() {
        assertTrue(finds(used(at(USED)), used(span(USED.minusSeconds(30), 60))));
        assertTrue(finds(used(span(USED.minusSeconds(30), 60)), used(at(USED))));
        assertTrue(finds(used(at(USED)), used(span(USED.plusSeconds(1), 60))));
        assertFalse(finds(used(at(USED)), used(span(USED.plusSeconds(2), 60))));
        assertTrue(finds(used(at(USED)), used(span(USED.minusSeconds(61), 60))));
        assertFalse(finds(used(at(USED)), used(span(USED.minusSeconds(62), 60))));
    }

    @Test
    void never_used_fits_never_used_alone() {
        assertTrue(finds(used(LastAccess.NEVER), used(LastAccess.NEVER)));
        assertFalse(finds(used(LastAccess.NEVER), used(at(USED))));
        assertFalse(finds(used(at(USED)), used(LastAccess.NEVER)));
        assertFalse(finds(used(LastAccess.NEVER), used(new LastAccess.Unreadable())));
    }
}
