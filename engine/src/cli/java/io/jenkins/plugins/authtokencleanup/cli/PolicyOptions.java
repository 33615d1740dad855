package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which tokens to remove. */
final class PolicyOptions {
    @Option(
            names = "--older-than-days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Unused means last accessed longer ago than this many days, at least 1. Default:"
                    + " ${DEFAULT-VALUE}, the vendor's advice.")
    private int olderThanDays;

    @Option(
            names = "--never-used",
            paramLabel = "keep|judge",
            defaultValue = "KEEP",
            description = "Tokens without a last access: keep them (default), or judge them by their time of creation"
                    + " where the server shows it.")
    private NeverUsed neverUsed;

    @Option(
            names = "--protect",
            paramLabel = "PATTERN",
            description = "Never remove tokens whose description or a scope matches: a glob (* and ?), or regex: and a"
                    + " regular expression. Repeatable.")
    private List<String> protect = new ArrayList<>();

    @Option(
            names = "--keep-newest",
            paramLabel = "N",
            defaultValue = "0",
            description = "Keep at least this many of the most recently accessed tokens of each description.")
    private int keepNewest;

    @Option(
            names = "--max-removals",
            paramLabel = "N",
            description = "If more AuthTokens than this would be removed, remove none and exit with 6.")
    private Integer maxRemovals;

    @Option(
            names = "--max-removal-percent",
            paramLabel = "PERCENT",
            description = "If more than this share of the listed AuthTokens would be removed, remove none and exit"
                    + " with 6.")
    private Integer maxRemovalPercent;

    CleanupPolicy policy() {
        return new CleanupPolicy(
                olderThanDays,
                neverUsed,
                protect.stream().map(ProtectPattern::of).toList(),
                keepNewest);
    }

    RemovalCap cap() {
        return new RemovalCap(maxRemovals, maxRemovalPercent);
    }
}
