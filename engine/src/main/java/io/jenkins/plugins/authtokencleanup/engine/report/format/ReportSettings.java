package io.jenkins.plugins.authtokencleanup.engine.report.format;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a run in words, for every page and log that shows them to people. */
public final class ReportSettings {
    private ReportSettings() {}

    /**
     * Describes the settings, defaults included.
     *
     * @param policy which tokens count as unused
     * @param cap how many may be removed
     * @return the value of each setting by its label, in the order to show them; plain text, not escaped
     */
    public static Map<String, String> of(CleanupPolicy policy, RemovalCap cap) {
        Map<String, String> settings = new LinkedHashMap<>();
        int days = policy.olderThanDays();
        settings.put("Older than", days == 1 ? "1 day" : days + " days");
        settings.put(
                "Never used",
                policy.neverUsed() == NeverUsed.KEEP ? "kept" : "judged by the time of creation, where it is shown");
        settings.put("Protected", protect(policy.protect()));
        settings.put("Newest kept for each description", Integer.toString(policy.keepNewest()));
        settings.put("Cap", cap(cap));
        return Collections.unmodifiableMap(settings);
    }

    private static String protect(List<ProtectPattern> patterns) {
        return patterns.isEmpty()
                ? "nothing"
                : patterns.stream().map(ProtectPattern::source).collect(Collectors.joining(" , "));
    }

    private static String cap(RemovalCap cap) {
        List<String> limits = new ArrayList<>();
        if (cap.maxRemovals() != null) {
            limits.add(cap.maxRemovals() + " removals");
        }
        if (cap.maxRemovalPercent() != null) {
            limits.add(cap.maxRemovalPercent() + " percent of the tokens listed");
        }
        return limits.isEmpty() ? "none" : String.join(", and ", limits);
    }
}
