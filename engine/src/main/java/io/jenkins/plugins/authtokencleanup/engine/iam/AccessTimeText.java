package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.util.Objects;

/** What a cell of the panel shows of a time. Each of its texts is taken apart once, however often it is asked for. */
final class AccessTimeText {
    private final String text;
    private final String title;
    private WrittenText writtenText;
    private WrittenText writtenTitle;

    /**
     * A cell.
     *
     * @param text the cell's visible text, white space and no-break spaces folded; empty for a blank cell, never null
     * @param title the absolute time that the cell has as its {@code title}; empty for none, never null
     */
    AccessTimeText(String text, String title) {
        this.text = Objects.requireNonNull(text);
        this.title = Objects.requireNonNull(title);
    }

    String text() {
        return text;
    }

    String title() {
        return title;
    }

    /** The visible text, taken apart. */
    WrittenText writtenText() {
        if (writtenText == null) {
            writtenText = WrittenText.of(text);
        }
        return writtenText;
    }

    /** The title, taken apart. */
    WrittenText writtenTitle() {
        if (writtenTitle == null) {
            writtenTitle = WrittenText.of(title);
        }
        return writtenTitle;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessTimeText
                && ((AccessTimeText) other).text.equals(text)
                && ((AccessTimeText) other).title.equals(title);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 31 + title.hashCode();
    }

    @Override
    public String toString() {
        return text + " (" + title + ")";
    }
}
