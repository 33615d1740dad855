package io.jenkins.plugins.authtokencleanup.engine.policy;

/** A text that can be read a bounded number of times, so that no regular expression backtracks for ever on it. */
final class BoundedText implements CharSequence {
    private static final int READS = 2_000_000;

    private final CharSequence text;
    private final int[] reads;

    BoundedText(CharSequence text) {
        this(text, new int[1]);
    }

    private BoundedText(CharSequence text, int[] reads) {
        this.text = text;
        this.reads = reads;
    }

    @Override
    public char charAt(int index) {
        if (++reads[0] > READS) {
            throw new TooManyReads();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The matching took too long. */
    static final class TooManyReads extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyReads() {
            super("The regular expression takes too long", null, false, false);
        }
    }
}
