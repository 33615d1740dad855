package io.jenkins.plugins.authtokencleanup.engine.run;

import static io.jenkins.plugins.authtokencleanup.engine.run.FakeRun.daysAgo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.plan.PlanFingerprint;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIdentity;
import io.jenkins.plugins.authtokencleanup.engine.token.TokenIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What distinguishes tokens, plans and handles, and what does not. */
class IdentityTest {
    private static final Instant DAY = FakeServer.NOW.minus(Duration.ofDays(100));

    private static AuthToken token(String description, String ip, String mark, Instant created, String... scopes) {
        return new AuthToken(
                description,
                List.of(scopes),
                ip,
                mark,
                created == null ? null : new LastAccess.At(created),
                LastAccess.NEVER,
                "-",
                new RemovalHandle("h"),
                List.of());
    }

    private static List<String> ids(AuthToken... tokens) {
        return new TokenIds().give(Arrays.asList(tokens));
    }

    @Test
    void ids_differ_with_all_that_does_not_change_with_use() {
        List<String> ids = ids(
                token("a", "ip", "mark", DAY, "s", "t"),
                token("b", "ip", "mark", DAY, "s", "t"),
                token("a", "ip", "mark2", DAY, "s", "t"),
                token("a", "ip", "mark", null, "s", "t"),
                token("a", "ip", "mark", DAY.plusSeconds(1), "s", "t"),
                token("a", "ip", "mark", DAY, "t", "s"),
                token("a", "ip", "mark", DAY, "st"),
                token("am", "", "ark", DAY, "s", "t"),
                token("a1:m", "", "ark", DAY, "s", "t"));
        assertEquals(ids.size(), Set.copyOf(ids).size());
        ids.forEach(id -> assertTrue(id.matches("[0-9a-f]{16}"), id));
    }

    @Test
    void no_field_of_an_id_can_go_on_in_the_next_one() {
        assertNotEquals(ids(token("a:", "", "b", null)), ids(token("a", "", ":b", null)));
        assertNotEquals(ids(token("1", "", "abcdefghi", null, "", "")), ids(token("9abcdefghi0", "", "", null)));
    }

    @Test
    void the_address_is_no_part_of_an_id_because_it_changes_with_use() {
        assertEquals(ids(token("a", "ip", "mark", DAY, "s")), ids(token("a", "ip2", "mark", DAY, "s")));
    }

    @Test
    void ids_are_the_same_in_another_run() {
        AuthToken token = token("a", "ip", "mark", DAY, "s");
        assertEquals(ids(token), ids(token));
    }

    @Test
    void tokens_that_look_the_same_are_numbered_from_the_one_longest_unused() {
        FakeServer server = new FakeServer(
                daysAgo("x", 3).id("3"),
                daysAgo("x", 50).id("50"),
                FakeToken.named("x").id("never"),
                daysAgo("x", 9).id("9"));
        CleanupReport report = FakeRun.on(server).preview().done();
        String look = report.tokens().get(0).id().replaceAll("-.*", "");
        Set<String> byAge = new HashSet<>();
        report.tokens().forEach(token -> byAge.add(token.id() + " " + token.lastAccessed()));
        assertEquals(
                Set.of(
                        look + " " + FakeRun.days(50),
                        look + "-2 " + FakeRun.days(9),
                        look + "-3 " + FakeRun.days(3),
                        look + "-4 null"),
                byAge);
        assertEquals(look, TokenIdentity.look(look + "-2"));
        assertEquals(look, TokenIdentity.look(look));
    }

    private static String fingerprint(FakeServer server, CleanupPolicy policy) {
        return FakeRun.on(server).policy(policy).preview().done().planFingerprint();
    }

    private static FakeServer server(String... unused) {
        FakeServer server = new FakeServer(daysAgo("fresh", 1));
        for (String name : unused) {
            server.tokens.add(daysAgo(name, 60));
        }
        return server;
    }

    @Test
    void a_plan_differs_with_policy_account_and_what_goes_and_with_nothing_else() {
        CleanupPolicy policy = Policies.vendorsAdvice();
        String plan = fingerprint(server("a", "b"), policy);
        assertTrue(plan.matches("[0-9a-f]{64}"), plan);
        assertEquals(plan, fingerprint(server("b", "a"), policy), "the order on the page");
        FakeServer others = server("a", "b");
        others.tokens.add(daysAgo("another fresh one", 2));
        assertEquals(plan, fingerprint(others, policy), "what stays");
        FakeServer later = server("a", "b");
        later.tokens.set(1, daysAgo("a", 61));
        Set<String> all = new HashSet<>(List.of(
                plan,
                fingerprint(server("a"), policy),
                fingerprint(server("a", "c"), policy),
                fingerprint(server(), policy),
                fingerprint(later, policy),
                fingerprint(server("a", "b"), Policies.olderThan(31)),
                fingerprint(server("a", "b"), FakeRun.policy(NeverUsed.JUDGE, 0)),
                fingerprint(server("a", "b"), FakeRun.policy(NeverUsed.KEEP, 0, "x")),
                fingerprint(server("a", "b"), FakeRun.policy(NeverUsed.KEEP, 0, "x", "y")),
                fingerprint(server("a", "b"), FakeRun.policy(NeverUsed.KEEP, 0, "xy"))));
        assertEquals(10, all.size());
        CleanupPolicy keepNewest = FakeRun.policy(NeverUsed.KEEP, 1);
        assertNotEquals(fingerprint(server(), policy), fingerprint(server(), keepNewest));
    }

    @Test
    void a_plan_differs_with_server_and_account() {
        Map<String, LastAccess> none = Map.of();
        CleanupPolicy policy = Policies.vendorsAdvice();
        assertEquals(
                4,
                Set.of(
                                PlanFingerprint.of("s", "a", policy, none),
                                PlanFingerprint.of("s2", "a", policy, none),
                                PlanFingerprint.of("s", "a2", policy, none),
                                PlanFingerprint.of("sa", "", policy, none))
                        .size());
    }

    @Test
    void a_plan_with_relative_dates_does_not_change_with_the_clock() {
        FakeServer server = server("a");
        server.relative = true;
        String plan = fingerprint(server, Policies.vendorsAdvice());
        server.now = server.now.plus(Duration.ofHours(30));
        assertEquals(plan, fingerprint(server, Policies.vendorsAdvice()));
    }

    @Test
    void a_handle_is_equal_by_its_value_and_does_not_show_it() {
        RemovalHandle handle = new RemovalHandle("secret");
        assertEquals(new RemovalHandle("secret"), handle);
        assertEquals(new RemovalHandle("secret").hashCode(), handle.hashCode());
        assertNotEquals(new RemovalHandle("other"), handle);
        assertNotEquals(new RemovalHandle("other").hashCode(), handle.hashCode());
        assertNotEquals("secret", handle);
        assertEquals("handle", handle.toString());
        assertThrows(IllegalArgumentException.class, () -> new RemovalHandle(""));
    }

    @Test
    void a_row_can_be_the_token_if_nothing_lasting_differs() {
        AuthToken token = token("a", "ip", "mark", DAY, "s");
        assertTrue(TokenIdentity.canBeSame(token, token("a", "other ip", "mark", DAY, "s")));
        assertTrue(TokenIdentity.canBeSame(token, token("a", "ip", "mark", null, "s")));
        assertTrue(TokenIdentity.canBeSame(token("a", "ip", "mark", null, "s"), token));
        assertFalse(TokenIdentity.canBeSame(token, token("b", "ip", "mark", DAY, "s")));
        assertFalse(TokenIdentity.canBeSame(token, token("a", "ip", "mark 2", DAY, "s")));
        assertFalse(TokenIdentity.canBeSame(token, token("a", "ip", "mark", DAY, "t")));
        assertFalse(TokenIdentity.canBeSame(token, token("a", "ip", "mark", DAY.plusSeconds(1), "s")));
    }

    @Test
    void exit_codes_are_those_of_the_manual() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 130),
                Arrays.stream(ExitCode.values()).map(ExitCode::number).toList());
    }

    @Test
    void each_reason_has_words_of_its_own() {
        Set<String> words = new HashSet<>();
        for (Reason reason : Reason.values()) {
            assertFalse(reason.words().isBlank());
            words.add(reason.words());
        }
        assertEquals(Reason.values().length, words.size());
    }
}
