package io.jenkins.plugins.authtokencleanup.engine.report.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.Policies;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportSettingsTest {
    @Test
    void defaults_are_shown_too() {
        assertEquals(
                List.of(
                        "Older than=30 days",
                        "Never used=kept",
                        "Protected=nothing",
                        "Newest kept for each description=0",
                        "Cap=none"),
                shown(Policies.vendorsAdvice(), RemovalCap.NONE));
    }

    @Test
    void each_setting_is_shown_in_words() {
        List<ProtectPattern> protect = List.of(ProtectPattern.of("ci-*"), ProtectPattern.of("regex:^prod"));
        assertEquals(
                List.of(
                        "Older than=1 day",
                        "Never used=judged by the time of creation, where it is shown",
                        "Protected=ci-* , regex:^prod",
                        "Newest kept for each description=2",
                        "Cap=50 removals, and 10 percent of the tokens listed"),
                shown(new CleanupPolicy(1, NeverUsed.JUDGE, protect, 2), new RemovalCap(50, 10)));
    }

    @Test
    void a_cap_may_have_one_limit_only() {
        assertEquals("50 removals", cap(new RemovalCap(50, null)));
        assertEquals("0 percent of the tokens listed", cap(new RemovalCap(null, 0)));
    }

    private static List<String> shown(CleanupPolicy policy, RemovalCap cap) {
        List<String> shown = new ArrayList<>();
        ReportSettings.of(policy, cap).forEach((label, value) -> shown.add(label + "=" + value));
        return shown;
    }

    private static String cap(RemovalCap cap) {
        return ReportSettings.of(Policies.vendorsAdvice(), cap).get("Cap");
    }
}
