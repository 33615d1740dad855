package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.AsyncFutureImpl;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.report.JournalWriter;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.report.StoredReport;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.TestBuilder;

/** What an agent reports is used only if it can be the report of what the controller asked for. */
class AgentReportTest extends OneJenkins {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A cleanup on an agent that changes its report before it sends it. */
    public static final class CleanupOnLyingAgent extends TestBuilder {
        private static CleanupParameters parameters;
        private static UnaryOperator<String> lie;
        private static JournalWriter journal;

        @Override
        public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
                throws InterruptedException, IOException {
            VirtualChannel agent = (VirtualChannel) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {VirtualChannel.class},
                    (proxy, method, arguments) -> method.getName().equals("export")
                            ? journal = (JournalWriter) arguments[1]
                            : new AsyncFutureImpl<>(lie.apply(((EngineCall) arguments[0]).call())));
            new CleanupTask(parameters, build, listener, agent).perform();
            return true;
        }
    }

    private static Run<?, ?> build(
            FreeStyleProject job, Result expected, AnalyticsServer server, boolean preview, UnaryOperator<String> lie)
            throws Exception {
        CleanupOnLyingAgent.parameters = new CleanupParameters(server.url(), Fixture.CREDENTIALS);
        CleanupOnLyingAgent.parameters.preview(preview);
        CleanupOnLyingAgent.parameters.connectFrom(ConnectFrom.AGENT);
        CleanupOnLyingAgent.lie = lie;
        job.getBuildersList().replaceBy(List.of(new CleanupOnLyingAgent()));
        return Door.run(expected, job);
    }

    private static UnaryOperator<String> edit(Consumer<ObjectNode> change) {
        return json -> {
            try {
                ObjectNode report = (ObjectNode) MAPPER.readTree(json);
                change.accept(report);
                return report.toString();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static void backdate(ObjectNode report) {
        Duration month = Duration.ofDays(30);
        for (String time : List.of("startedAt", "finishedAt", "serverTime", "cutoff")) {
            report.put(
                    time, Instant.parse(report.get(time).asText()).minus(month).toString());
        }
    }

    private static void assertNotUsed(Run<?, ?> build, String difference) throws Exception {
        jenkins.assertLogContains("ERROR: The agent's report is not used", build);
        jenkins.assertLogContains(difference, build);
        Fixture.assertNoStackTrace(build);
        assertEquals(List.of(), build.getActions(ReportAction.class));
        assertFalse(build.getRootDir()
                .toPath()
                .resolve("authtoken-cleanup/report-1.json")
                .toFile()
                .exists());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server  | https://other.example.com:8443 | https://other.example.com:8443 is reported
            account | other@example.com              | account admin@example.com was requested, other@example.com is
            outcome | PARTIAL                        | the outcome of a preview is PARTIAL
            account | a\u202eb\u0007c                  | a\\u202Eb\\u0007c is reported
            """)
    void a_report_of_something_else_fails_the_build_and_is_not_stored(String field, String value, String says)
            throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            Run<?, ?> build = build(job, Result.FAILURE, server, true, edit(report -> report.put(field, value)));

            assertNotUsed(build, says);
            jenkins.assertLogContains("Totals: 8 listed, 0 removed, 4 kept", build);
        }
    }

    @Test
    void what_it_said_of_removals_is_in_the_log() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            Run<?, ?> build = build(job, Result.FAILURE, server, false, edit(report -> report.put("preview", true)));

            assertNotUsed(build, "preview false was requested, true is reported");
            jenkins.assertLogContains("What the agent reports: DONE, at 20", build);
            jenkins.assertLogContains("Totals: 8 listed, 4 removed, 4 kept", build);
        }
    }

    @Test
    void counts_that_do_not_add_up_and_texts_that_are_no_report_fail_the_build_in_words() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            UnaryOperator<String> more = edit(report -> ((ObjectNode) report.get("counts")).put("removed", 3));
            assertNotUsed(build(job, Result.FAILURE, server, true, more), "counts");
            assertNotUsed(build(job, Result.FAILURE, server, true, json -> "{\"schema\":"), "it is not JSON");
            assertNotUsed(build(job, Result.FAILURE, server, true, json -> null), "it is not a JSON object");
        }
    }

    @Test
    void a_report_that_is_dated_back_begins_no_grace_period() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            Run<?, ?> lying = build(job, Result.FAILURE, server, true, edit(AgentReportTest::backdate));
            assertNotUsed(lying, "its listing at ");

            Door.become(job, Door.FREESTYLE.job(server.url(), Map.of("graceDays", 14)));
            Run<?, ?> next = Door.run(Result.SUCCESS, job);

            assertEquals(4, next.getAction(ReportAction.class).getInGrace());
            assertEquals(8, server.tokens().size());
        }
    }

    @Test
    void after_its_run_an_agent_has_no_journal_any_more_and_so_may_send_no_request() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            for (Result result : List.of(Result.SUCCESS, Result.FAILURE)) {
                build(
                        jenkins.createFreeStyleProject(),
                        result,
                        server,
                        false,
                        json -> result == Result.SUCCESS ? json : "");
                String message = assertThrows(IOException.class, () -> CleanupOnLyingAgent.journal.append("{}"))
                        .getMessage();
                assertEquals("The journal is closed", message);
            }
        }
    }

    @Test
    void a_true_report_is_used() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            FreeStyleProject job = jenkins.createFreeStyleProject();
            Run<?, ?> build = build(job, Result.SUCCESS, server, false, UnaryOperator.identity());
            Fixture.assertTruthful(8, server, build);
            assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        }
    }

    /** As if the controller's clock were three hours behind the agent's. */
    @Test
    void the_agent_goes_by_the_controllers_clock() throws Exception {
        try (AnalyticsServer server = Fixture.server(8).start()) {
            EngineCall call = new EngineCall(
                    new CleanupParameters(server.url(), Fixture.CREDENTIALS).request(Fixture.ACCOUNT),
                    Fixture.credentials(),
                    null,
                    TaskListener.NULL,
                    line -> {});
            Instant there = Instant.now().minus(Duration.ofHours(3));
            Field sent = EngineCall.class.getDeclaredField("sent");
            sent.setAccessible(true);
            sent.set(call, there);

            CleanupReport report = StoredReport.parse(call.call());

            assertFalse(
                    report.startedAt().isBefore(there.truncatedTo(ChronoUnit.SECONDS)), report.startedAt()::toString);
            assertTrue(report.finishedAt().isBefore(there.plusSeconds(120)), report.finishedAt()::toString);
            assertTrue(report.clockSkewSeconds() > 10_000, report.clockSkewSeconds()::toString);
            assertEquals(List.of(), call.differences(report));
        }
    }
}
