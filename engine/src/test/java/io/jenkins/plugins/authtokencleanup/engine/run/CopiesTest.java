package io.jenkins.plugins.authtokencleanup.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.plan.GracePeriod;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies of requests and reports differ from the original in one thing only. */
class CopiesTest {
    @Test
    void a_request_as_a_preview_is_otherwise_the_same() throws Exception {
        CleanupRequest removal = new CleanupRequest(
                new FakeServer().settings(),
                Policies.olderThan(45),
                new RemovalCap(3, 50),
                false,
                7,
                List.of(new GracePeriod(9)));

        assertEquals(List.of("preview"), differences(removal, removal.asPreview(true)));
        assertEquals(removal, removal.asPreview(true).asPreview(false));
    }

    @Test
    void a_report_says_one_more_sentence_and_is_otherwise_the_same() throws Exception {
        CleanupReport report =
                FakeRun.on(new FakeServer(FakeRun.daysAgo("a", 40))).done();

        CleanupReport more = report.saying("Alice approved it.");

        assertEquals(report.message() + " Alice approved it.", more.message());
        assertEquals(List.of("message"), differences(report, more));
    }

    private static List<String> differences(Record one, Record other) throws Exception {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(one);
            if (value == null || !value.equals(component.getAccessor().invoke(other))) {
                names.add(component.getName());
            }
        }
        return names;
    }
}
