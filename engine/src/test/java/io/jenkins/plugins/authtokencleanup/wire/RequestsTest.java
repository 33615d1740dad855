package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A run sends six requests, nine on the JSON page, and two for each batch: none is sent twice without a reason. */
class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-06-11T05:00:11Z");

    private static AnalyticsServer server(SignInKind signIn, int unused) {
        return server(signIn, AccountsPage.CLASSIC, unused);
    }

    private static AnalyticsServer server(SignInKind signIn, AccountsPage page, int unused) {
        List<TestToken> tokens = IntStream.range(0, unused)
                .mapToObj(i -> TestToken.named("stale-" + i).usedDaysAgo(40 + i % 300, NOW))
                .toList();
        List<TestToken> all = new ArrayList<>(tokens);
        all.add(TestToken.named("fresh").usedDaysAgo(3, NOW));
        return signIn.of(AnalyticsServer.configure())
                .accountsPage(page)
                .clock(TestClock.at(NOW))
                .tokens(all)
                .start();
    }

    private static List<RequestKind> kinds(AnalyticsServer server) {
        return server.log().stream().map(LoggedRequest::kind).toList();
    }

    @ParameterizedTest
    @EnumSource(SignInKind.class)
    void nothing_is_asked_twice(SignInKind signIn) {
        try (AnalyticsServer server = server(signIn, 25)) {
            Cleanup.of(server).batchSize(10).run();
            List<RequestKind> expected = new ArrayList<>(List.of(RequestKind.SHELL, RequestKind.LOGIN_PAGE));
            if (signIn == SignInKind.V2 || signIn == SignInKind.JSON) {
                // These ask for the name first, so they take a request more.
                expected.add(RequestKind.LOGIN_LOOKUP);
            }
            expected.addAll(List.of(RequestKind.LOGIN, RequestKind.SHELL, RequestKind.PANEL));
            // One token for a start, then ten and ten and four.
            IntStream.range(0, 4).forEach(batch -> expected.addAll(List.of(RequestKind.REMOVE, RequestKind.PANEL)));
            expected.add(RequestKind.LOGOUT);
            assertEquals(expected, kinds(server));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "101, 2", "102, 3", "500, 6", "501, 6", "1000, 11"})
    void six_requests_and_two_for_each_batch(int unused, int batches) {
        try (AnalyticsServer server = server(SignInKind.CLASSIC, unused)) {
            Cleanup.of(server).run();
            assertEquals(batches, server.log(RequestKind.REMOVE).size());
            assertEquals(6 + 2 * batches, server.log().size());
            assertEquals(1, server.tokens().size());
        }
    }

    /** The shell's address leads to another one there, before and after the sign-in. */
    @Test
    void nothing_is_asked_twice_where_the_page_is_json() {
        try (AnalyticsServer server = server(SignInKind.JSON, AccountsPage.JSON, 45)) {
            Cleanup.of(server).run();
            List<RequestKind> expected = new ArrayList<>(List.of(
                    RequestKind.SHELL,
                    RequestKind.SHELL,
                    RequestKind.LOGIN_PAGE,
                    RequestKind.LOGIN_LOOKUP,
                    RequestKind.LOGIN,
                    RequestKind.SHELL,
                    RequestKind.SHELL,
                    RequestKind.PANEL));
            // One token for a start, then twenty and twenty and four.
            IntStream.range(0, 4).forEach(batch -> expected.addAll(List.of(RequestKind.REMOVE, RequestKind.PANEL)));
            expected.add(RequestKind.LOGOUT);
            assertEquals(expected, kinds(server));
            assertEquals(1, server.connections());
        }
    }

    /** Three more than on the classic page: {@code /iam/u/h} redirects, twice, and the name goes first. */
    @ParameterizedTest
    @CsvSource({"0, 0, 20", "1, 1, 20", "21, 2, 20", "22, 3, 20", "100, 6, 20", "500, 26, 20", "45, 10, 5"})
    void nine_requests_and_two_for_each_batch_on_the_json_page(int unused, int batches, int batchSize) {
        try (AnalyticsServer server = server(SignInKind.JSON, AccountsPage.JSON, unused)) {
            Cleanup.of(server).batchSize(batchSize).run();
            assertEquals(batches, server.log(RequestKind.REMOVE).size());
            assertEquals(9 + 2 * batches, server.log().size());
            assertEquals(1, server.tokens().size());
        }
    }

    @Test
    void one_connection_serves_for_all() {
        try (AnalyticsServer server = server(SignInKind.CLASSIC, 250)) {
            Cleanup.of(server).run();
            assertEquals(1, server.connections());
        }
    }

    @Test
    void a_batch_size_that_the_user_gives_is_kept_to() {
        try (AnalyticsServer server = server(SignInKind.CLASSIC, 400)) {
            Cleanup.of(server).batchSize(99).run();
            List<LoggedRequest> removals = server.log(RequestKind.REMOVE);
            assertEquals(1 + 5, removals.size());
            assertTrue(removals.stream().allMatch(request -> handles(request) <= 99));
        }
    }

    private static int handles(LoggedRequest request) {
        return request.body().split("%2C", -1).length - 1;
    }
}
