package io.jenkins.plugins.authtokencleanup.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What a stream can show.
 *
 * @param refreshes whether a line can be written over
 * @param colours whether colours are supported and wanted; the variable {@code NO_COLOR} turns them off
 * @param columns the width of a line
 */
record Terminal(boolean refreshes, boolean colours, int columns) {
    /** A file, a pipe, or a terminal that can do nothing. */
    static final Terminal NONE = new Terminal(false, false, Integer.MAX_VALUE);

    static Terminal of(PrintStream stream) {
        boolean standard = stream == System.out && isTerminal(1) || stream == System.err && isTerminal(2);
        return standard
                ? new Terminal(
                        true,
                        Ansi.AUTO.enabled(),
                        new UsageMessageSpec().autoWidth(true).width())
                : NONE;
    }

    /** Java doesn't say which of its streams is a terminal; Linux does. */
    private static boolean isTerminal(int descriptor) {
        if (System.console() == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        Path stream = Path.of("/proc/self/fd/" + descriptor);
        try {
            return !Files.exists(stream) || stream.toRealPath().startsWith("/dev");
        } catch (IOException e) {
            return false;
        }
    }

    String coloured(Ansi.Style colour, String text) {
        return colours ? colour.on() + text + colour.off() : text;
    }
}
