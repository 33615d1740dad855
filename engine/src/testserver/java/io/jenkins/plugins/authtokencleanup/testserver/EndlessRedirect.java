package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages behind {@link Fault#ENDLESS_REDIRECT}: each one leads to the next. */
final class EndlessRedirect {
    private static final Pattern ROUND = Pattern.compile("(.*/endless/)(\\d{1,9})");

    private EndlessRedirect() {}

    /** Leads away from this path. */
    static HttpReply from(String path) {
        Matcher round = ROUND.matcher(path);
        return HttpReply.redirect(
                round.matches()
                        ? round.group(1) + (Integer.parseInt(round.group(2)) + 1)
                        : path.substring(0, path.lastIndexOf('/') + 1) + "endless/1");
    }

    static boolean isRound(String path) {
        return ROUND.matcher(path).matches();
    }
}
