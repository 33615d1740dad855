package io.jenkins.plugins.authtokencleanup;

import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import java.util.ArrayList;
import java.util.List;

/** Reads protect patterns, one a line. */
final class ProtectLines {
    private ProtectLines() {}

    /**
     * The patterns.
     *
     * @param lines one pattern a line, blank lines are passed over; null for none
     * @return the patterns
     * @throws IllegalArgumentException with line and place of the error
     */
    static List<ProtectPattern> patterns(String lines) {
        List<ProtectPattern> patterns = new ArrayList<>();
        int number = 0;
        for (String line : lines == null ? new String[0] : lines.split("\\R")) {
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
}
