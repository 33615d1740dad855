package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import io.jenkins.plugins.authtokencleanup.report.ReportAction;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Column;
import io.jenkins.plugins.authtokencleanup.testserver.DateStyle;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.TestClock;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/**
 * A year of weekly cleanups with a grace of two weeks: tokens come and go, fall asleep and wake up; builds fail, are
 * refused and deleted; the controller restarts. Each week exactly those go that a diary says, which knows every token.
 */
@Tag("slow")
class SimulatedYearTest {
    private static final int WEEKS = 53;
    private static final Duration GRACE = Duration.ofDays(14);

    @RegisterExtension
    final JenkinsSessionExtension session = new JenkinsSessionExtension();

    private final TestClock clock =
            TestClock.at(Instant.now().minus(Duration.ofDays(7 * (WEEKS + 2))).truncatedTo(ChronoUnit.SECONDS));
    private final Random random = new Random(42);
    private DateStyle style;
    private AnalyticsServer server;
    private Diary diary;
    private int made;
    private int removed;
    private int woken;
    private int refused;

    @ParameterizedTest
    @EnumSource(names = {"ABSOLUTE", "ISO_INSTANT"})
    void every_removal_was_announced_long_enough_before_and_nothing_used_since_was_removed(DateStyle dates)
            throws Throwable {
        style = dates;
        diary = new Diary(GRACE, Duration.ofDays(30).plusSeconds(1));
        try (AnalyticsServer started = Fixture.server(0)
                .clock(clock)
                .dateStyle(style)
                .volatileHandles(true)
                .columns(Column.SCOPES, Column.IP, Column.DESCRIPTION, Column.LAST_ACCESSED, Column.ACTION)
                .start()) {
            server = started;
            for (int i = 0; i < 25; i++) {
                server.addToken(token().usedAgo(Duration.ofHours(random.nextInt(80 * 24)), clock.instant()));
            }
            session.then(rule -> {
                Fixture.addCredentials();
                FreeStyleProject job = rule.createFreeStyleProject("weekly");
                live(rule, job, 0, WEEKS / 2);
            });
            session.then(rule ->
                    live(rule, rule.jenkins.getItemByFullName("weekly", FreeStyleProject.class), WEEKS / 2, WEEKS));
        }
        assertTrue(removed > 20, "only " + removed + " removed");
        assertTrue(woken > 5, "only " + woken + " woken in their grace");
        assertTrue(refused > 1, "only " + refused + " refused");
        System.out.println(style + ": " + made + " tokens made, " + removed + " removed, " + woken
                + " woken in their grace, " + refused + " builds refused");
    }

    private void live(JenkinsRule rule, FreeStyleProject job, int from, int to) throws Exception {
        for (int week = from; week < to; week++) {
            passAWeek();
            server.faults().clear();
            if (week % 11 == 5) {
                server.faults().always(RequestKind.PANEL, Fault.UNKNOWN_TEXT);
            }
            build(rule, job, week % 11 == 5, week % 7 == 3);
            if (week % 9 == 8) {
                delete(job.getBuildByNumber(job.getNextBuildNumber() - 1 - random.nextInt(4)));
            }
        }
    }

    /** A few are made, some are used, now and then somebody removes one by hand. */
    private void passAWeek() {
        clock.advance(Duration.ofDays(3).plusMinutes(random.nextInt(600)));
        for (int i = random.nextInt(3); i > 0; i--) {
            TestToken token = token();
            server.addToken(random.nextInt(4) == 0 ? token : token.usedAt(clock.instant()));
        }
        for (TestToken token : server.tokens()) {
            boolean asleep = diary.isUnused(token, clock.instant());
            if (random.nextInt(100) < (asleep ? 12 : 16)) {
                clock.advance(Duration.ofSeconds(1 + random.nextInt(600)));
                woken += asleep ? 1 : 0;
                server.use(token.id());
            }
        }
        if (random.nextInt(6) == 0) {
            List<String> ids = server.tokenIds();
            server.removeToken(ids.get(random.nextInt(ids.size())));
        }
        clock.advance(Duration.ofDays(3).plusMinutes(random.nextInt(1_440)));
    }

    /** Where dates are exact, descriptions repeat. */
    private TestToken token() {
        made++;
        return TestToken.named(style == DateStyle.RELATIVE_ONLY ? "token " + made : "twin " + made % 5);
    }

    private void build(JenkinsRule rule, FreeStyleProject job, boolean broken, boolean capped) throws Exception {
        RemoveUnusedAuthTokensBuilder step = new RemoveUnusedAuthTokensBuilder(server.url(), Fixture.CREDENTIALS);
        step.setGraceDays((int) GRACE.toDays());
        step.setMaxRemovals(capped ? 0 : null);
        job.getBuildersList().replace(step);
        Instant now = clock.instant();
        List<TestToken> before = server.tokens();
        Set<String> due = diary.due(before, now);

        FreeStyleBuild build = job.scheduleBuild2(0).get();
        Fixture.withOneClock(build);

        boolean overTheCap = capped && !due.isEmpty() && !broken;
        refused += overTheCap ? 1 : 0;
        rule.assertBuildStatus(broken || overTheCap ? Result.FAILURE : Result.SUCCESS, build);
        Set<String> gone = new TreeSet<>(ids(before));
        gone.removeAll(ids(server.tokens()));
        assertEquals(broken || overTheCap ? Set.of() : due, gone, build + ", " + now);
        removed += gone.size();
        if (!broken) {
            checkDates(build, before, now);
            diary.announced(build.getNumber(), server.tokens(), now);
        }
    }

    /** The report says of every token that is unused when it is due. */
    private void checkDates(FreeStyleBuild build, List<TestToken> before, Instant now) throws Exception {
        Map<String, Long> expected = before.stream()
                .filter(token ->
                        diary.isUnused(token, now) && diary.dueAt(token, now).isAfter(now))
                .map(token -> token.description() + " due " + diary.dueAt(token, now))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Long> reported = build.getAction(ReportAction.class).report().tokens().stream()
                .filter(token -> token.dueAt() != null)
                .map(SimulatedYearTest::dueWords)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(expected, reported, build + ", " + now);
    }

    private static String dueWords(TokenReport token) {
        return token.description() + " due " + token.dueAt();
    }

    private void delete(FreeStyleBuild build) throws Exception {
        if (build != null) {
            diary.deleted(build.getNumber());
            build.delete();
        }
    }

    private static Set<String> ids(Collection<TestToken> tokens) {
        return tokens.stream().map(TestToken::id).collect(Collectors.toSet());
    }
}
