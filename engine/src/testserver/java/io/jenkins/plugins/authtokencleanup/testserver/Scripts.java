package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The script files of the second generation's pages. */
final class Scripts {
    private static final String FOLDER = "/iam/js/";
    private static final Set<String> NAMES = Set.of("signin.js", "uri.js", "zresource.js", "user-sessions.js");

    private Scripts() {}

    /** The script at this path below the server's prefix, null if there is none. */
    static HttpReply at(String path) {
        String name = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "";
        return NAMES.contains(name)
                ? HttpReply.of(
                        200,
                        "text/javascript;charset=UTF-8",
                        Template.resource(name).getBytes(StandardCharsets.UTF_8))
                : null;
    }
}
