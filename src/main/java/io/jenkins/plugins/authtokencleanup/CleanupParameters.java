package io.jenkins.plugins.authtokencleanup;

import hudson.EnvVars;
import hudson.Util;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.run.CleanupOptions;
import java.io.Serializable;

/**
 * What a user says in a job. It is stored in the job's configuration: a field that has its default is null there, so
 * that a better default of a later version reaches old jobs.
 */
public final class CleanupParameters implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int DEFAULT_DAYS = CleanupPolicy.DEFAULT_DAYS;
    static final int DEFAULT_TIMEOUT = (int) CleanupOptions.DEFAULT_TIMEOUT.toSeconds();
    static final int DEFAULT_BATCH = CleanupOptions.DEFAULT_BATCH;

    private final String serverUrl;
    private final String credentialsId;
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
    private String trustedCertificates;
    private String serverTimeZone;
    private Integer timeoutSeconds;
    private Integer batchSize;
    private ConnectFrom connectFrom;
    private Boolean allowHttp;

    CleanupParameters(String serverUrl, String credentialsId) {
        this.serverUrl = Util.fixNull(serverUrl).strip();
        this.credentialsId = Util.fixNull(credentialsId).strip();
    }

    /** The same with variables expanded in what names things: server, credentials, approved plan. */
    CleanupParameters expanded(EnvVars variables) {
        CleanupParameters copy = new CleanupParameters(variables.expand(serverUrl), variables.expand(credentialsId));
        copy.olderThanDays = olderThanDays;
        copy.preview = preview;
        copy.neverUsed = neverUsed;
        copy.protect = protect;
        copy.keepNewest = keepNewest;
        copy.maxRemovals = maxRemovals;
        copy.maxRemovalPercent = maxRemovalPercent;
        copy.approvedPlan = approvedPlan == null ? null : Util.fixEmptyAndTrim(variables.expand(approvedPlan));
        copy.graceDays = graceDays;
        copy.failOnSurprise = failOnSurprise;
        copy.trustedCertificates = trustedCertificates;
        copy.serverTimeZone = serverTimeZone;
        copy.timeoutSeconds = timeoutSeconds;
        copy.batchSize = batchSize;
        copy.connectFrom = connectFrom;
        copy.allowHttp = allowHttp;
        return copy;
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

    int batchSize() {
        return orElse(batchSize, DEFAULT_BATCH);
    }

    void batchSize(Integer value) {
        batchSize = unless(value, DEFAULT_BATCH);
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
