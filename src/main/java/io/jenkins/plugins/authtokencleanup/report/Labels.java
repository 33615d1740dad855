package io.jenkins.plugins.authtokencleanup.report;

import io.jenkins.plugins.authtokencleanup.engine.report.RunOutcome;
import java.time.Duration;
import org.jvnet.localizer.ResourceBundleHolder;

/** Localized labels and styles of constants. Messages.properties names them like {@code Reason.UNUSED}. */
final class Labels {
    private static final ResourceBundleHolder MESSAGES = ResourceBundleHolder.get(Messages.class);

    private Labels() {}

    static String of(Enum<?> constant) {
        return MESSAGES.format(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** An age in days, hours or minutes, rounded down, such as "198 days ago". */
    static String age(Duration age) {
        if (age.isNegative()) {
            return Messages.ageFuture();
        }
        if (age.toDays() > 0) {
            return Messages.ageDays(age.toDays());
        }
        return age.toHours() > 0 ? Messages.ageHours(age.toHours()) : Messages.ageMinutes(age.toMinutes());
    }

    /** The alert style of an outcome. */
    static String alertClass(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> "jenkins-alert-success";
            case PARTIAL, INTERRUPTED -> "jenkins-alert-warning";
            case REFUSED, FAILED -> "jenkins-alert-danger";
        };
    }
}
