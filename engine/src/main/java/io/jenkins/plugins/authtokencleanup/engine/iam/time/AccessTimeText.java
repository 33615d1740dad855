package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.util.Objects;

/**
 * What a page shows of a time.
 *
 * @param text the cell's visible text, white space and no-break spaces folded; empty for a blank cell
 * @param title the absolute time that the cell has as its {@code title}, empty for none
 */
public record AccessTimeText(String text, String title) {
    public AccessTimeText {
        Objects.requireNonNull(text);
        Objects.requireNonNull(title);
    }
}
