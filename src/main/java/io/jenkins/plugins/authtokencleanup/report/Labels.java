package io.jenkins.plugins.authtokencleanup.report;

import org.jvnet.localizer.ResourceBundleHolder;

/** Localized labels of constants. Messages.properties names them like {@code Reason.UNUSED}. */
final class Labels {
    private static final ResourceBundleHolder MESSAGES = ResourceBundleHolder.get(Messages.class);

    private Labels() {}

    static String of(Enum<?> constant) {
        return MESSAGES.format(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
