package io.jenkins.plugins.authtokencleanup.engine.policy;

import java.time.Duration;

/** A text that can be read for a bounded time, so that no regular expression backtracks on it for ever. */
final class BoundedText implements CharSequence {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int READS_PER_LOOK = 1_024;

    private final CharSequence text;
    private final long deadline;
    private int reads;

    BoundedText(CharSequence text) {
        this(text, System.nanoTime() + LONGEST.toNanos());
    }

    private BoundedText(CharSequence text, long deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_PER_LOOK == 0 && System.nanoTime() - deadline > 0) {
            throw new TooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), deadline);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The matching took too long. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("The regular expression takes too long", null, false, false);
        }
    }
}
