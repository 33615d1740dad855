package io.jenkins.plugins.authtokencleanup;

import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.CertificateText;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Checks the form's fields by the rules of the run. */
final class FormCheck {
    private FormCheck() {}

    /** Checks for users who may configure the job; others learn nothing. What the run would refuse is an error. */
    static FormValidation in(Item item, Supplier<FormValidation> check) {
        boolean may = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.CONFIGURE) || item.hasPermission(Item.EXTENDED_READ);
        try {
            return may ? check.get() : FormValidation.ok();
        } catch (IllegalArgumentException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    static void checkMayConfigure(Item item) {
        if (item == null) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        } else {
            item.checkPermission(Item.CONFIGURE);
        }
    }

    static FormValidation serverUrl(String value, boolean allowHttp) {
        if (!Util.fixNull(value).contains("$")) {
            ServerAddress.of(value, allowHttp);
        }
        return FormValidation.ok();
    }

    /** An empty field means the default. The form itself checks that the other numbers are in range. */
    static FormValidation days(String value) {
        String days = Util.fixEmptyAndTrim(value);
        if (days == null) {
            return FormValidation.ok();
        }
        FormValidation range = FormValidation.validateIntegerInRange(days, 1, CleanupPolicy.MOST_DAYS);
        return range.kind == FormValidation.Kind.OK && Integer.parseInt(days) < CleanupPolicy.DEFAULT_DAYS
                ? FormValidation.warning(Messages.daysBelowAdvice())
                : range;
    }

    static FormValidation protect(String value) {
        int patterns = CleanupParameters.protectPatterns(value).size();
        return patterns == 0 ? FormValidation.ok() : FormValidation.ok(Messages.patterns(patterns));
    }

    static FormValidation approvedPlan(String value) {
        String plan = Util.fixEmptyAndTrim(value);
        return plan == null || plan.contains("$") || plan.matches("[0-9a-f]{64}")
                ? FormValidation.ok()
                : FormValidation.error(Messages.notAFingerprint());
    }

    static FormValidation certificates(String value) {
        List<X509Certificate> certificates = TrustedCertificates.of(value).added();
        String words = certificates.stream().map(CertificateText::describe).collect(Collectors.joining("\n"));
        boolean expired = certificates.stream()
                .anyMatch(certificate -> certificate.getNotAfter().toInstant().isBefore(Instant.now()));
        return expired ? FormValidation.warning(Messages.expired() + "\n" + words) : FormValidation.ok(words);
    }

    static FormValidation zone(String value) {
        CleanupParameters.zone(value);
        return FormValidation.ok();
    }
}
