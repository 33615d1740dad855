package io.jenkins.plugins.authtokencleanup;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Util;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupRequest;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of a build step or pipeline step, as stored in the job's configuration. A default is stored as null, so
 * that a better default of a later version reaches old jobs.
 */
public final class CleanupParameters implements Cloneable, Serializable {
    private static final long serialVersionUID = 1L;

    static final int DEFAULT_DAYS = CleanupPolicy.DEFAULT_DAYS;
    static final int DEFAULT_TIMEOUT = (int) ConnectionSettings.DEFAULT_TIMEOUT.toSeconds();

    private String serverUrl;
    private String credentialsId;
    private Integer olderThanDays;
    private Boolean preview;
    private NeverUsed neverUsed;
    private String protect;
    private Integer keepNewest;
    private Integer maxRemovals;
    private Integer maxRemovalPercent;
    private String approvedPlan;
    private Integer graceDays;
    private Boolean failOnSurprise;
    private Integer expectedCount;
    private String trustedCertificates;
    private String serverTimeZone;
    private Integer timeoutSeconds;
    private Integer batchSize;
    private ConnectFrom connectFrom;
    private Boolean allowHttp;
    /** As where a pipeline's variable for it is empty or missing. A form can't tell that from leaving it out. */
    private transient boolean planIsBlank;

    CleanupParameters(String serverUrl, String credentialsId) {
        this.serverUrl = Util.fixNull(serverUrl).strip();
        this.credentialsId = Util.fixNull(credentialsId).strip();
    }

    /** A copy with variables expanded in the server's address, the credentials' id and the approved plan. */
    CleanupParameters expanded(EnvVars variables) {
        CleanupParameters copy = clone();
        copy.serverUrl = variables.expand(serverUrl).strip();
        copy.credentialsId = variables.expand(credentialsId).strip();
        String plan = approvedPlan == null ? "" : variables.expand(approvedPlan).strip();
        // One that is empty in this build stays as it is written: no preview has it, so nothing is removed.
        copy.approvedPlan(plan.isEmpty() ? approvedPlan : plan);
        return copy;
    }

    @Override
    protected CleanupParameters clone() {
        try {
            return (CleanupParameters) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The request that the engine gets, before earlier builds restrict it.
     *
     * @throws IllegalArgumentException if a parameter can't be used; the message says which and what to do
     */
    CleanupRequest request(String account) {
        TrustedCertificates.of(trustedCertificates);
        ConnectionSettings connection = new ConnectionSettings(
                ServerAddress.of(serverUrl, allowHttp()),
                account,
                trustedCertificates,
                zone(serverTimeZone),
                Duration.ofSeconds(timeoutSeconds()));
        CleanupPolicy policy = new CleanupPolicy(olderThanDays(), neverUsed(), protectPatterns(protect), keepNewest());
        RemovalCap cap = new RemovalCap(maxRemovals, maxRemovalPercent);
        return new CleanupRequest(connection, policy, cap, preview(), batchSize, List.of());
    }

    /**
     * Reads a time zone; blank or null is none, which is null.
     *
     * @throws IllegalArgumentException if there is no such zone
     */
    static ZoneId zone(String name) {
        String zone = Util.fixEmptyAndTrim(name);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Not a time zone: " + zone + ". Write it like Asia/Kolkata, Europe/Berlin or UTC", e);
        }
    }

    /**
     * Reads protect patterns, one a line. Skips blank lines; null is none.
     *
     * @throws IllegalArgumentException with line and place of the error
     */
    static List<ProtectPattern> protectPatterns(String lines) {
        List<ProtectPattern> patterns = new ArrayList<>();
        int number = 0;
        for (String line : Util.fixNull(lines).split("\\R")) {
            number++;
            if (!line.isBlank()) {
                try {
                    patterns.add(ProtectPattern.of(line));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return patterns;
    }

    String serverUrl() {
        return serverUrl;
    }

    String credentialsId() {
        return credentialsId;
    }

    int olderThanDays() {
        return orElse(olderThanDays, DEFAULT_DAYS);
    }

    void olderThanDays(Integer value) {
        olderThanDays = unless(value, DEFAULT_DAYS);
    }

    boolean preview() {
        return Boolean.TRUE.equals(preview);
    }

    void preview(boolean value) {
        preview = value ? true : null;
    }

    NeverUsed neverUsed() {
        return orElse(neverUsed, NeverUsed.KEEP);
    }

    void neverUsed(NeverUsed value) {
        neverUsed = unless(value, NeverUsed.KEEP);
    }

    String protect() {
        return protect;
    }

    void protect(String value) {
        protect = Util.fixEmptyAndTrim(value);
    }

    int keepNewest() {
        return orElse(keepNewest, 0);
    }

    void keepNewest(Integer value) {
        keepNewest = unless(value, 0);
    }

    Integer maxRemovals() {
        return maxRemovals;
    }

    void maxRemovals(Integer value) {
        maxRemovals = value;
    }

    Integer maxRemovalPercent() {
        return maxRemovalPercent;
    }

    void maxRemovalPercent(Integer value) {
        maxRemovalPercent = value;
    }

    String approvedPlan() {
        return approvedPlan;
    }

    void approvedPlan(String value) {
        approvedPlan = Util.fixEmptyAndTrim(value);
        planIsBlank = approvedPlan == null;
    }

    /** Refuses a pipeline's approved plan that is asked for and empty. */
    void checkPlan() throws AbortException {
        if (planIsBlank) {
            throw new AbortException("approvedPlan is empty, so nothing is removed. Give the fingerprint of a preview,"
                    + " or leave approvedPlan out to remove without an approval");
        }
    }

    int graceDays() {
        return orElse(graceDays, 0);
    }

    void graceDays(Integer value) {
        graceDays = unless(value, 0);
    }

    boolean failOnSurprise() {
        return Boolean.TRUE.equals(failOnSurprise);
    }

    void failOnSurprise(boolean value) {
        failOnSurprise = value ? true : null;
    }

    Integer expectedCount() {
        return expectedCount;
    }

    void expectedCount(Integer value) {
        expectedCount = value;
    }

    String trustedCertificates() {
        return trustedCertificates;
    }

    void trustedCertificates(String value) {
        trustedCertificates = Util.fixEmptyAndTrim(value);
    }

    String serverTimeZone() {
        return serverTimeZone;
    }

    void serverTimeZone(String value) {
        serverTimeZone = Util.fixEmptyAndTrim(value);
    }

    int timeoutSeconds() {
        return orElse(timeoutSeconds, DEFAULT_TIMEOUT);
    }

    void timeoutSeconds(Integer value) {
        timeoutSeconds = unless(value, DEFAULT_TIMEOUT);
    }

    Integer batchSize() {
        return batchSize;
    }

    void batchSize(Integer value) {
        batchSize = value;
    }

    ConnectFrom connectFrom() {
        return orElse(connectFrom, ConnectFrom.CONTROLLER);
    }

    void connectFrom(ConnectFrom value) {
        connectFrom = unless(value, ConnectFrom.CONTROLLER);
    }

    boolean allowHttp() {
        return Boolean.TRUE.equals(allowHttp);
    }

    void allowHttp(boolean value) {
        allowHttp = value ? true : null;
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T unless(T value, T usual) {
        return usual.equals(value) ? null : value;
    }
}
