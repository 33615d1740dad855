package io.jenkins.plugins.authtokencleanup.testserver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the sign-in of section 8 is posted to, below the path that the page's {@code uriPrefix} names. */
final class JsonSignInPaths {
    private static final String LOOKUP = "/signin/v2/lookup/";
    private static final Pattern PASSWORD = Pattern.compile("/signin/v2/primary/([^/]+)/(password)");
    private static final Pattern DIRECTORY = Pattern.compile("/onpremise/signin/v2/primary/([^/]+)/(ldappasswordauth)");

    private final JsonSignInSettings settings;

    JsonSignInPaths(JsonSignInSettings settings) {
        this.settings = settings;
    }

    /** What a password goes to. */
    record Target(String identifier, String mode) {}

    /** The kind of a POST, null if it has nothing to do with signing in. */
    RequestKind kindOf(Visit visit) {
        if (user(visit) != null) {
            return RequestKind.LOGIN_LOOKUP;
        }
        return target(visit) != null ? RequestKind.LOGIN : null;
    }

    /** The user who is looked up, null if the address is another one. */
    String user(Visit visit) {
        String path = below(visit);
        return path != null && path.startsWith(LOOKUP)
                ? URLDecoder.decode(path.substring(LOOKUP.length()).replace("+", "%2B"), StandardCharsets.UTF_8)
                : null;
    }

    /** Where a password goes, null if the address is another one. */
    Target target(Visit visit) {
        String path = below(visit);
        if (path == null) {
            return null;
        }
        for (Pattern pattern : new Pattern[] {PASSWORD, DIRECTORY}) {
            Matcher found = pattern.matcher(path);
            if (found.matches()) {
                return new Target(found.group(1), found.group(2));
            }
        }
        return null;
    }

    private String below(Visit visit) {
        String prefix = settings.servedBelow(visit.contextPath());
        String path = visit.request().path();
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : null;
    }
}
