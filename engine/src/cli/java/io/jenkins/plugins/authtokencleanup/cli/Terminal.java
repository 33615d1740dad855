package io.jenkins.plugins.authtokencleanup.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person may be looking at. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal whose line can be refreshed. */
    static boolean showsErrors() {
        if (System.console() == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        // Java tells of standard input and output only. Where the system does not tell either, they go together.
        if (!Files.exists(STANDARD_ERROR)) {
            return true;
        }
        try {
            String device = STANDARD_ERROR.toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
