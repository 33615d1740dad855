package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import io.jenkins.plugins.authtokencleanup.engine.report.format.ReportFormat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that can't be that of its request is found out. {@link FakeRun} checks that every true report passes. */
class ReportCheckTest {
    private static final Instant NOW = FakeServer.NOW;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FakeServer server = FakeRun.server(
            List.of(FakeRun.daysAgo("stale", 50), FakeRun.daysAgo("staler", 60), FakeRun.daysAgo("fresh", 3)));

    /**
     * A lie in a report.
     *
     * @param says the difference that must be named
     * @param preview whether the report is a preview's
     * @param edit makes the report lie
     */
    record Lie(String says, boolean preview, Consumer<ObjectNode> edit) {
        @Override
        public String toString() {
            return says;
        }
    }

    private static Lie lie(String says, Consumer<ObjectNode> edit) {
        return new Lie(says, false, edit);
    }

    private static Lie ofPreview(String says, Consumer<ObjectNode> edit) {
        return new Lie(says, true, edit);
    }

    static Stream<Lie> lies() {
        return Stream.of(
                lie(
                        "server https://fake:8443 was requested, https://other is reported",
                        report -> report.put("server", "https://other")),
                lie("account", report -> report.put("account", "other@example.com")),
                lie("preview false was requested, true is reported", report -> report.put("preview", true)),
                ofPreview("preview true was requested, false is reported", report -> report.put("preview", false)),
                lie("policy", report -> policy(report).put("olderThanDays", 31)),
                lie("policy", report -> policy(report).putArray("protect").add("x*")),
                lie("cap", report -> policy(report).put("maxRemovals", 7)),
                lie("version of ids", report -> report.put("idScheme", 1)),
                lie("its start at", report -> report.put("startedAt", days(-31).toString())),
                lie("its start at", report -> report.put("startedAt", days(1).toString())),
                lie("its end at", report -> report.put("finishedAt", days(1).toString())),
                lie(
                        "its listing at",
                        report -> report.put("serverTime", days(-20).toString())),
                lie("its listing at", report -> report.put("clockSkewSeconds", -86_400)),
                lie("the limit for unused is", report -> report.put("cutoff", days(-1).toString())),
                lie("the server's time is", report -> report.put("serverTime", Instant.MIN.toString())),
                lie("the server's time is", report -> report.put("clockSkewSeconds", Long.MIN_VALUE)),
                lie("only one of", report -> report.putNull("clockSkewSeconds")),
                lie("without the time of a listing", report -> report.putNull("cutoff")),
                lie(
                        "the plan's fingerprint is not of 64 hexadecimal digits",
                        report -> report.put("planFingerprint", "../x")),
                lie(
                        "the same id",
                        report -> token(report, 1)
                                .put("id", token(report, 0).get("id").asText())),
                lie("KEPT with the verdict REMOVE", report -> swap(report, "REMOVED", "KEPT")),
                lie("REMOVED with the verdict KEEP", report -> swap(report, "KEPT", "REMOVED")),
                lie(
                        "the verdict KEEP and the reason UNUSED",
                        report -> token(report, 0).put("verdict", "KEEP")),
                lie("WOULD_REMOVE", report -> swap(report, "REMOVED", "WOULD_REMOVE")),
                lie("REMOVED, not certain", report -> token(report, 0).put("certain", false)),
                ofPreview(
                        "REMOVED with the verdict REMOVE and the reason UNUSED in a preview",
                        report -> swap(report, "WOULD_REMOVE", "REMOVED")),
                ofPreview("used after the limit", report -> token(report, 0).put("lastAccessed", days(-2).toString())),
                lie("DONE with AuthTokens that failed", report -> swap(report, "REMOVED", "FAILED")),
                lie("DONE without a listing and a plan", report -> report.putNull("planFingerprint")),
                lie("REFUSED with removals", report -> report.put("outcome", "REFUSED")),
                ofPreview("the outcome of a preview is PARTIAL", report -> report.put("outcome", "PARTIAL")));
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static ObjectNode policy(ObjectNode report) {
        return (ObjectNode) report.get("policy");
    }

    private static ObjectNode token(ObjectNode report, int index) {
        return (ObjectNode) report.get("tokens").get(index);
    }

    /** Gives the first AuthToken of an outcome another one; the counts follow. */
    private static void swap(ObjectNode report, String from, String to) {
        for (int i = 0; i < report.get("tokens").size(); i++) {
            if (token(report, i).get("outcome").asText().equals(from)) {
                token(report, i).put("outcome", to);
                count(report, from, -1);
                count(report, to, 1);
                return;
            }
        }
        throw new AssertionError("None is " + from);
    }

    private static void count(ObjectNode report, String outcome, int more) {
        String name = outcome.equals("WOULD_REMOVE") ? "wouldRemove" : outcome.toLowerCase(Locale.ROOT);
        ObjectNode counts = (ObjectNode) report.get("counts");
        counts.put(name, counts.get(name).asInt() + more);
    }

    private CleanupRequest request(boolean preview, RemovalCap cap) {
        return new CleanupRequest(server.settings(), Policies.vendorsAdvice(), cap, preview, null, List.of());
    }

    private CleanupReport report(boolean preview) {
        return preview
                ? FakeRun.on(server).preview().done()
                : FakeRun.on(server).done();
    }

    private static CleanupReport edited(CleanupReport report, Consumer<ObjectNode> edit) throws IOException {
        ObjectNode tree = (ObjectNode) MAPPER.readTree(ReportFormat.JSON.text(report));
        edit.accept(tree);
        return JsonReport.read(MAPPER.writeValueAsBytes(tree));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void each_lie_is_named(Lie lie) throws Exception {
        CleanupReport lying = edited(report(lie.preview()), lie.edit());
        List<String> differences =
                new ReportCheck(request(lie.preview(), RemovalCap.NONE), NOW, NOW).differences(lying);
        assertEquals(
                1,
                differences.stream().filter(words -> words.contains(lie.says())).count(),
                differences::toString);
    }

    @Test
    void more_removals_than_the_cap_allows_are_named() throws Exception {
        CleanupReport lying = edited(report(false), report -> policy(report).put("maxRemovals", 1));
        assertEquals(
                List.of("2 of 3 are removed, more than the cap allows"),
                new ReportCheck(request(false, new RemovalCap(1, null)), NOW, NOW).differences(lying));
    }

    /** The announcement of a grace period counts from the clock of the listing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 3_650})
    void no_listing_can_be_dated_before_the_request(int days) throws Exception {
        CleanupReport lying = edited(report(true), report -> {
            for (String time : List.of("serverTime", "startedAt", "finishedAt")) {
                report.put(time, days(-days).toString());
            }
            report.put("cutoff", days(-days - 30).toString());
        });
        List<String> differences = new ReportCheck(request(true, RemovalCap.NONE), NOW, NOW).differences(lying);
        assertEquals(
                3,
                differences.stream()
                        .filter(words -> words.contains("is not between"))
                        .count(),
                differences::toString);
    }

    @Test
    void clocks_that_are_a_little_off_are_allowed_for() {
        CleanupReport report = report(true);
        for (int minutes : List.of(-5, -4, 4, 5)) {
            Instant here = NOW.plus(Duration.ofMinutes(minutes));
            assertEquals(List.of(), new ReportCheck(request(true, RemovalCap.NONE), here, here).differences(report));
        }
    }
}
