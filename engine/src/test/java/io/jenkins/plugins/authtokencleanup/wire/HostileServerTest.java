package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server sends, for ever: bounded time and memory, a clear error, and nothing removed that should stay. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class HostileServerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    /** Each of eight tokens may cost a timeout. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private static final List<Fault> HOSTILE = List.of(
            Fault.ENDLESS_BODY,
            Fault.ENDLESS_REDIRECT,
            Fault.REDIRECT_FOREIGN,
            Fault.REDIRECT_FILE,
            Fault.GZIP_BOMB,
            Fault.HUGE_HEADER,
            Fault.SLOW_DRIP,
            Fault.THROTTLE_JSON,
            Fault.THROTTLE_429,
            Fault.MANY_CELLS,
            Fault.DEEP_NESTING,
            Fault.WRONG_CHARSET);
    private static final List<RequestKind> KINDS = List.of(
            RequestKind.SHELL, RequestKind.LOGIN_PAGE, RequestKind.LOGIN, RequestKind.PANEL, RequestKind.REMOVE);
    /** What of the JSON page is different. */
    private static final List<RequestKind> JSON_KINDS =
            List.of(RequestKind.LOGIN_LOOKUP, RequestKind.LOGIN, RequestKind.PANEL, RequestKind.REMOVE);

    /** One hostile server. */
    private record Trap(RequestKind kind, Fault fault, List<TestToken> tokens, AnalyticsServer server) {
        static Trap set(Shape shape, RequestKind kind, Fault fault) {
            List<TestToken> tokens = Shape.tokens(Instant.now());
            AnalyticsServer server = shape.settings(tokens).start();
            server.faults().always(kind, fault);
            return new Trap(kind, fault, tokens, server);
        }
    }

    /** The client of all traps, in a process of its own with little memory: one line for each of its arguments. */
    static final class Client {
        private Client() {}

        public static void main(String[] urls) {
            for (String url : urls) {
                long begun = System.nanoTime();
                CleanupReport report =
                        Cleanup.at(url).batchSize(3).timeout(TIMEOUT).run();
                long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                System.out.println(
                        took + " " + report.exitCode() + " " + report.counts().removed() + " " + report.message());
            }
        }
    }

    /** The two kinds of page each have a client of their own, at the same time. */
    @Test
    void every_trap_is_left_in_bounded_time_and_memory() throws Exception {
        List<Trap> classic = set(Shape.ONE_BATCH, KINDS);
        List<Trap> json = set(Shape.JSON_ONE_BATCH, JSON_KINDS);
        Process client = client(classic);
        try (AutoCloseable stop = client::destroy;
                AutoCloseable servers = () -> Stream.of(classic, json)
                        .flatMap(List::stream)
                        .forEach(trap -> trap.server().close())) {
            Process other = client(json);
            try (AutoCloseable stopOther = other::destroy) {
                check(classic, LargeAccount.output(client).lines().toList());
                check(json, LargeAccount.output(other).lines().toList());
            }
        }
    }

    private static List<Trap> set(Shape shape, List<RequestKind> kinds) {
        List<Supplier<Trap>> all = kinds.stream()
                .flatMap(kind -> HOSTILE.stream().map(fault -> (Supplier<Trap>) () -> Trap.set(shape, kind, fault)))
                .toList();
        return Sample.oneIn(11, all).stream().map(Supplier::get).toList();
    }

    private static Process client(List<Trap> traps) throws Exception {
        String[] urls = traps.stream().map(trap -> trap.server().url()).toArray(String[]::new);
        return LargeAccount.start(Client.class, List.of("-Xmx64m"), urls);
    }

    private static void check(List<Trap> traps, List<String> lines) {
        assertEquals(traps.size(), lines.size(), "the client came through all traps");
        for (int i = 0; i < traps.size(); i++) {
            check(traps.get(i), lines.get(i));
        }
    }

    private static void check(Trap trap, String line) {
        String what = trap.kind() + " " + trap.fault() + ": " + line;
        System.out.println(what);
        String[] words = line.split(" ", 4);
        assertTrue(Long.parseLong(words[0]) < LONGEST.toMillis(), what);
        assertTrue(!words[1].equals(ExitCode.UNEXPECTED.name()), what);
        List<String> left = Account.descriptions(trap.server().tokens());
        assertTrue(left.containsAll(Account.survivors(trap.tokens())), what);
        assertTrue(trap.server().signInAttempts() <= 1, what);
        int lost = trap.tokens().size() - left.size();
        boolean spoiledRemoval = trap.kind() == RequestKind.REMOVE;
        assertTrue(
                spoiledRemoval || lost == 0 || trap.fault() == Fault.WRONG_CHARSET || trap.kind() != RequestKind.PANEL,
                what);
        assertEquals(lost, Integer.parseInt(words[2]), what);
        assertTrue(words[3].length() < 700, "a message is not a page: " + what);
    }

    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    void script_in_every_field_is_text_and_nothing_else(AccountsPage page) {
        String script = "\"><script>alert(1)</script><table id=\"apitokenstbl\"><tr id=\"trow\"><td>"
                + "<a data-enctoken=\"x\"></a></td></tr></table>";
        Instant now = Instant.now();
        List<TestToken> tokens = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tokens.add(TestToken.named((i % 2 == 0 ? "stale-" : "fresh-") + i + script)
                    .withScopes("Z" + script + "/s" + script)
                    .withIpAddress("10.0.0.1" + script)
                    .usedDaysAgo(i % 2 == 0 ? 60 : 3, now));
        }
        try (AnalyticsServer server =
                AnalyticsServer.configure().accountsPage(page).tokens(tokens).start()) {
            CleanupReport report = Cleanup.of(server).run();
            assertEquals(RunOutcome.DONE, report.outcome(), report.message());
            assertEquals(Account.survivors(tokens), Account.descriptions(server.tokens()));
            assertEquals(12, report.counts().listed());
            assertEquals("stale-0" + script, report.tokens().get(0).description());
        }
    }
}
