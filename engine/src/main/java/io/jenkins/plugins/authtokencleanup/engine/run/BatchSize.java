package io.jenkins.plugins.authtokencleanup.engine.run;

/**
 * How many tokens the next request names. The first one names a single token: only after that one was seen to go are
 * more named. Fewer while the server refuses, so that one bad token is found out.
 */
final class BatchSize {
    private final int most;
    private int size = 1;
    private boolean proved;

    BatchSize(int most) {
        this.most = most;
    }

    int current() {
        return size;
    }

    /** A batch moved. */
    void grow() {
        size = proved ? Math.min(most, size * 2) : most;
        proved = true;
    }

    /** Makes the next batch smaller than the one that did not move, which named {@code refused} tokens. */
    void shrink(int refused) {
        size = Math.max(1, refused / 2);
    }
}
