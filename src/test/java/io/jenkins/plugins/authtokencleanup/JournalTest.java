package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import hudson.Functions;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JournalEntry;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.report.StoredJournal;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;

/** What is removed is known, even if the disk is full, or the agent dies or hangs. */
class JournalTest extends OneJenkins {
    private final CompletableFuture<Run<?, ?>> begun = new CompletableFuture<>();

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "FREESTYLE_ON_AGENT", "PIPELINE_ON_AGENT"})
    void nothing_is_removed_if_the_disk_does_not_take_the_journal(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.beforeKind(RequestKind.PANEL, 0, () -> change(build -> Files.createFile(folder(build))));
            server.beforeKind(RequestKind.LOGOUT, 0, () -> change(build -> Files.delete(folder(build))));

            Run<?, ?> build = run(Result.FAILURE, door.job(server.url(), Map.of()));

            assertEquals(12, server.tokens().size());
            assertEquals(List.of(), server.log(RequestKind.REMOVE));
            assertEquals(RunOutcome.FAILED, Fixture.report(build).outcome());
            assertEquals(6, Fixture.report(build).counts().notAttempted());
            jenkins.assertLogContains("Keep a journal of the removals on the controller: FileAlreadyExists", build);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "FREESTYLE_ON_AGENT", "PIPELINE_WITHOUT_NODE"})
    void if_the_report_can_not_be_stored_the_log_and_the_next_build_name_what_is_removed(Door door) throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            server.beforeKind(RequestKind.LOGOUT, 0, () -> change(Fixture::blockReport));
            Job<?, ?> job = door.job(server.url(), Map.of());

            Run<?, ?> build = run(Result.FAILURE, job);

            assertNull(build.getAction(ReportAction.class));
            assertTrue(Files.exists(journal(build)));
            assertNamesInOrder(build, "Totals: 12 listed, 6 removed", "The report can't be stored");
            server.addToken(TestToken.named("stale-late").usedDaysAgo(50, Instant.now()));
            Run<?, ?> next = Door.run(Result.SUCCESS, job);
            assertNamesInOrder(
                    next, "a cleanup in #1 ended before its report was stored", "Journal: " + journal(build));
            assertFalse(Files.exists(journal(next)), "a journal whose report is stored is deleted");
            jenkins.assertLogNotContains("ended before its report was stored", Door.run(Result.SUCCESS, job));
        }
    }

    /** A request takes effect after its agent died. From 0: each removal, and each look at the list after it. */
    @ParameterizedTest
    @CsvSource({
        "REMOVE, 0",
        "PANEL, 1",
        "REMOVE, 1",
        "PANEL, 2",
        "REMOVE, 2",
        "PANEL, 3",
        "REMOVE, 3",
        "PANEL, 4",
        "LOGOUT, 0"
    })
    void when_an_agent_is_killed_the_journal_names_what_is_gone_and_what_may_be(RequestKind kind, int number)
            throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            VirtualChannel agent = agent().getChannel();
            server.beforeKind(kind, number, () -> kill(agent));
            Job<?, ?> job = Door.PIPELINE_ON_AGENT.job(server.url(), Map.of("batchSize", 2));

            Run<?, ?> build = run(Result.FAILURE, job);
            jenkins.jenkins.removeNode(agent());
            agent();

            jenkins.assertLogContains("ERROR: The agent was lost, or failed, during the cleanup", build);
            Set<String> gone = new TreeSet<>(
                    Fixture.tokens(12).stream().map(TestToken::description).toList());
            gone.removeAll(Fixture.descriptions(server));
            assertFalse(gone.isEmpty());
            Map<String, TokenReport> last = read(journal(build));
            assertEquals(6, last.size());
            for (TokenReport token : last.values()) {
                boolean mayBeGone = token.outcome() == TokenOutcome.REMOVED || !token.certain();
                assertTrue(mayBeGone || !gone.contains(token.description()), token.toString());
                assertTrue(
                        token.outcome() != TokenOutcome.REMOVED || gone.contains(token.description()),
                        token.toString());
            }

            Run<?, ?> next = Door.run(Result.SUCCESS, job);

            jenkins.assertLogContains("a cleanup in #1 ended before its report was stored", next);
            for (String description : gone) {
                jenkins.assertLogContains("  " + description + " (", build);
                jenkins.assertLogContains("  " + description + " (", next);
            }
            assertEquals(Fixture.survivors(12), Fixture.descriptions(server));
        }
    }

    @Test
    void a_journal_of_another_account_is_not_shown_and_one_that_was_cut_off_is() throws Exception {
        try (AnalyticsServer server = Fixture.server(12).start()) {
            Job<?, ?> job = Door.FREESTYLE.job(server.url());
            Run<?, ?> build = Door.run(Result.SUCCESS, job);
            List<TokenReport> removed = removed(build);
            String ours = entry(server.url(), Fixture.ACCOUNT, removed.subList(0, 2));
            Files.writeString(journal(build), entry(server.url(), "other@example.com", removed.subList(2, 3)));
            Path cutOff = folder(build).resolve("journal-2.jsonl");
            Files.writeString(cutOff, ours + ours.substring(0, ours.length() / 2));
            Files.write(cutOff, new byte[] {(byte) 0xc3}, StandardOpenOption.APPEND);
            Files.writeString(folder(build).resolve("journal-3.jsonl"), ours.substring(0, ours.length() / 2));

            Run<?, ?> next = Door.run(Result.SUCCESS, job);

            jenkins.assertLogContains("\n  stale-0 (", next);
            jenkins.assertLogContains("\n  stale-1 (", next);
            jenkins.assertLogContains("journal-2.jsonl, of which a part can't be read", next);
            jenkins.assertLogNotContains("stale-4", next);
            jenkins.assertLogNotContains("journal-3.jsonl", next);
        }
    }

    @Test
    void an_entry_gets_the_controllers_server_account_and_time_whatever_an_agent_says() throws Exception {
        try (AnalyticsServer server = Fixture.server(4).start()) {
            Run<?, ?> build = Door.FREESTYLE.build(Result.SUCCESS, server.url(), Map.of());
            String line = entry("https://other.example.com", "other@example.com", removed(build));
            Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);

            try (StoredJournal journal = new StoredJournal(build, server.url(), Fixture.ACCOUNT)) {
                journal.append(line);
            }

            JournalEntry entry = JournalEntry.of(Files.readString(journal(build)));
            assertFalse(entry.at().isBefore(begin), entry.at()::toString);
            assertEquals(new JournalEntry(entry.at(), server.url(), Fixture.ACCOUNT, removed(build)), entry);
        }
    }

    /** After ten seconds nobody waits any longer for the agent's report. */
    @Test
    void when_an_agent_hangs_an_abort_ends_the_build_and_its_log_names_what_is_gone_and_what_may_be() throws Exception {
        assumeFalse(Functions.isWindows());
        AgentProcess agent = AgentProcess.of(agent().getChannel());
        try (AnalyticsServer server = Fixture.server(12).start()) {
            CountDownLatch hung = new CountDownLatch(1);
            server.beforeKind(RequestKind.REMOVE, 1, () -> {
                agent.signal("STOP");
                hung.countDown();
            });
            Job<?, ?> job = Door.FREESTYLE_ON_AGENT.job(server.url(), Map.of("batchSize", 2));
            Run<?, ?> build = Door.begin(job);
            assertTrue(hung.await(60, TimeUnit.SECONDS));

            build.getExecutor().interrupt(Result.ABORTED);

            jenkins.waitForMessage("ERROR: The agent did not report in time. If removals had begun, the jour", build);
            jenkins.waitForMessage("Journal: " + journal(build), build);
            agent.signal("CONT");
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));
            assertNull(build.getAction(ReportAction.class));
            jenkins.assertLogContains("""
                    ; 3 more AuthTokens were planned and not asked for
                    Removed:
                      stale-0 (ZROP/reportsapi), last accessed 40 days ago
                    Not known whether removed:
                      stale-1 (ZROP/reportsapi), last accessed 41 days ago
                      stale-4 (ZROP/reportsapi), last accessed 44 days ago
                    Journal: """, build);
            assertEquals(Fixture.survivors(12, "stale-5", "stale-8", "stale-9"), Fixture.descriptions(server));
        } finally {
            agent.signal("CONT");
        }
    }

    private static List<TokenReport> removed(Run<?, ?> build) throws IOException {
        return Fixture.report(build).tokens().stream()
                .filter(token -> token.outcome() == TokenOutcome.REMOVED)
                .toList();
    }

    private static String entry(String server, String account, List<TokenReport> tokens) throws IOException {
        return new JournalEntry(Instant.EPOCH, server, account, tokens).line() + "\n";
    }

    private static void kill(VirtualChannel agent) {
        try {
            agent.callAsync(new Halt());
            agent.join(TimeUnit.SECONDS.toMillis(30));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Run<?, ?> run(Result expected, Job<?, ?> job) throws Exception {
        Run<?, ?> build = Door.begin(job);
        begun.complete(build);
        return jenkins.assertBuildStatus(expected, jenkins.waitForCompletion(build));
    }

    private void change(Fixture.Change change) {
        try {
            change.apply(begun.get(60, TimeUnit.SECONDS));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder(Run<?, ?> build) {
        return build.getRootDir().toPath().resolve("authtoken-cleanup");
    }

    private static Path journal(Run<?, ?> build) {
        return folder(build).resolve("journal-1.jsonl");
    }

    private static Map<String, TokenReport> read(Path journal) throws IOException {
        Map<String, TokenReport> tokens = new HashMap<>();
        for (String line : Files.readAllLines(journal)) {
            JournalEntry.of(line).tokens().forEach(token -> tokens.put(token.id(), token));
        }
        return tokens;
    }

    /** First one text, then the names of all stale tokens, then another text. */
    private static void assertNamesInOrder(Run<?, ?> build, String first, String last) throws IOException {
        String log = JenkinsRule.getLog(build);
        List<String> texts = new ArrayList<>(List.of(first, "\nRemoved:"));
        Fixture.tokens(12).stream()
                .map(TestToken::description)
                .filter(description -> description.startsWith("stale"))
                .forEach(description -> texts.add("\n  " + description + " ("));
        texts.add(last);
        int at = 0;
        for (String text : texts) {
            at = log.indexOf(text, at);
            assertTrue(at >= 0, () -> text + " is not there, or not in order, in " + log);
        }
    }

    /** Ends its JVM at once. */
    private static final class Halt extends MasterToSlaveCallable<Void, RuntimeException> {
        private static final long serialVersionUID = 1L;

        @Override
        public Void call() {
            Runtime.getRuntime().halt(1);
            return null;
        }
    }
}
