package io.jenkins.plugins.authtokencleanup.engine.report.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.Reason;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.policy.Verdict;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenCounts;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenOutcome;
import io.jenkins.plugins.authtokencleanup.engine.report.TokenReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The fields of the report in JSON. A required field must be present; it may be null. */
record ReportJson(
        @JsonProperty(required = true) int schema,
        @JsonProperty(required = true) String server,
        @JsonProperty(required = true) String account,
        @JsonProperty(required = true) boolean preview,
        @JsonProperty(required = true) RunOutcome outcome,
        @JsonProperty(required = true) String message,
        List<String> warnings,
        @JsonProperty(required = true) Instant startedAt,
        @JsonProperty(required = true) Instant finishedAt,
        @JsonProperty(required = true) Instant serverTime,
        @JsonProperty(required = true) Long clockSkewSeconds,
        @JsonProperty(required = true) Instant cutoff,
        @JsonProperty(required = true) String planFingerprint,
        Integer idScheme,
        String page,
        @JsonProperty(required = true) PolicyJson policy,
        @JsonProperty(required = true) TokenCounts counts,
        @JsonProperty(required = true) List<TokenJson> tokens) {

    /** The policy and its cap. */
    record PolicyJson(
            @JsonProperty(required = true) int olderThanDays,
            @JsonProperty(required = true) NeverUsed neverUsed,
            @JsonProperty(required = true) List<String> protect,
            @JsonProperty(required = true) int keepNewest,
            @JsonProperty(required = true) Integer maxRemovals,
            @JsonProperty(required = true) Integer maxRemovalPercent) {

        PolicyJson {
            requireAll(neverUsed, protect);
            requireAll(protect.toArray());
            protect = List.copyOf(protect);
        }

        CleanupPolicy policy() {
            return new CleanupPolicy(
                    olderThanDays,
                    neverUsed,
                    protect.stream().map(ProtectPattern::of).toList(),
                    keepNewest);
        }
    }

    /** One token. */
    record TokenJson(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String description,
            @JsonProperty(required = true) List<String> scopes,
            @JsonProperty(required = true) String ipAddress,
            @JsonProperty(required = true) Instant lastAccessed,
            @JsonProperty(required = true) String lastAccessedText,
            @JsonProperty(required = true) Verdict verdict,
            @JsonProperty(required = true) Reason reason,
            @JsonProperty(required = true) TokenOutcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean certain,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant dueAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String note) {

        TokenJson {
            requireAll(id, description, scopes, ipAddress, lastAccessedText, verdict, reason, outcome);
            requireAll(scopes.toArray());
            scopes = List.copyOf(scopes);
        }

        static TokenJson of(TokenReport token) {
            return new TokenJson(
                    token.id(),
                    token.description(),
                    token.scopes(),
                    token.ipAddress(),
                    token.lastAccessed(),
                    token.lastAccessedText(),
                    token.verdict(),
                    token.reason(),
                    token.outcome(),
                    token.certain() ? null : false,
                    token.dueAt(),
                    token.note());
        }

        TokenReport token() {
            return new TokenReport(
                    id,
                    description,
                    scopes,
                    ipAddress,
                    lastAccessed,
                    lastAccessedText,
                    verdict,
                    reason,
                    outcome,
                    !Boolean.FALSE.equals(certain),
                    Objects.requireNonNullElse(note, ""),
                    dueAt);
        }
    }

    ReportJson {
        requireAll(server, account, outcome, message, startedAt, finishedAt, policy, counts, tokens);
        requireAll(tokens.toArray());
    }

    static void requireAll(Object... values) {
        for (Object value : values) {
            if (value == null) {
                throw new IllegalArgumentException("a value is null that must not be");
            }
        }
    }

    static ReportJson of(CleanupReport report) {
        CleanupPolicy policy = report.policy();
        return new ReportJson(
                CleanupReport.SCHEMA,
                report.server(),
                report.account(),
                report.preview(),
                report.outcome(),
                report.message(),
                report.warnings(),
                report.startedAt(),
                report.finishedAt(),
                report.serverTime(),
                report.clockSkewSeconds(),
                report.cutoff(),
                report.planFingerprint(),
                report.idScheme(),
                report.page(),
                new PolicyJson(
                        policy.olderThanDays(),
                        policy.neverUsed(),
                        policy.protect().stream().map(ProtectPattern::source).toList(),
                        policy.keepNewest(),
                        report.cap().maxRemovals(),
                        report.cap().maxRemovalPercent()),
                report.counts(),
                report.tokens().stream().map(TokenJson::of).toList());
    }

    /** The report. Impossible policies and counts are an {@link IllegalArgumentException}. */
    CleanupReport report() {
        List<TokenReport> read = tokens.stream().map(TokenJson::token).toList();
        if (!counts.equals(TokenCounts.of(read))) {
            throw new IllegalArgumentException("field counts should be the counts of its tokens");
        }
        return new CleanupReport(
                server,
                account,
                preview,
                outcome,
                message,
                warnings == null ? List.of() : warnings,
                startedAt,
                finishedAt,
                serverTime,
                clockSkewSeconds,
                cutoff,
                planFingerprint,
                idScheme == null ? 1 : idScheme,
                page,
                policy.policy(),
                new RemovalCap(policy.maxRemovals, policy.maxRemovalPercent),
                read,
                exitCode());
    }

    private ExitCode exitCode() {
        return switch (outcome) {
            case DONE -> ExitCode.DONE;
            case PARTIAL -> ExitCode.SOME_FAILED;
            case REFUSED -> ExitCode.REFUSED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case FAILED -> ExitCode.UNEXPECTED;
        };
    }
}
