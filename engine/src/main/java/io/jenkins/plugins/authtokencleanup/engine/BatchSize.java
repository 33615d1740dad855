package io.jenkins.plugins.authtokencleanup.engine;

/** How many tokens the next request names: fewer while the server refuses, so that one bad token is found out. */
final class BatchSize {
    private final int most;
    private int size;

    BatchSize(int most) {
        this.most = most;
        this.size = most;
    }

    int current() {
        return size;
    }

    void grow() {
        size = Math.min(most, size * 2);
    }

    /**
     * Makes the next batch smaller than the one that did not move.
     *
     * @param refused how many tokens it named
     */
    void shrink(int refused) {
        size = Math.max(1, refused / 2);
    }
}
