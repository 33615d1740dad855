package io.jenkins.plugins.authtokencleanup.engine;

import io.jenkins.plugins.authtokencleanup.engine.error.ThrottledOutException;
import java.time.Duration;

/** Waits when the server asks to slow down: as long as it says or with growing pauses, and not for ever. */
public final class Patience {
    private static final int TIMES = 8;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Pauses pauses;
    private final CleanupListener listener;
    private final int most;
    private int times;

    /**
     * Fresh patience.
     *
     * @param pauses how to wait
     * @param listener is told of each wait
     */
    public Patience(Pauses pauses, CleanupListener listener) {
        this(pauses, listener, TIMES);
    }

    private Patience(Pauses pauses, CleanupListener listener, int most) {
        this.pauses = pauses;
        this.listener = listener;
        this.most = most;
    }

    /**
     * No patience at all.
     *
     * @return it gives up at once
     */
    public static Patience none() {
        return new Patience(Pauses.REAL, CleanupListener.SILENT, 0);
    }

    /** The server answered: the next throttling is the first one again. */
    public void restore() {
        times = 0;
    }

    /**
     * Waits once.
     *
     * @param told how long the server says, null where it does not
     * @param tried what was tried
     * @throws ThrottledOutException if it has been asked too often, or for too long
     * @throws InterruptedException if the thread is interrupted
     */
    public void exercise(Duration told, String tried) throws ThrottledOutException, InterruptedException {
        Duration growing = FIRST.multipliedBy(1L << times);
        Duration pause = told == null || told.compareTo(growing) < 0 ? growing : told;
        if (told != null && told.compareTo(LONGEST) > 0) {
            throw new ThrottledOutException(tried, "the server asks to wait " + told.toSeconds() + " seconds");
        }
        if (++times > most) {
            throw new ThrottledOutException(
                    tried, "the server asked to slow down" + (times == 1 ? "" : ", " + times + " times in a row"));
        }
        listener.waiting(pause);
        pauses.pause(pause);
    }
}
