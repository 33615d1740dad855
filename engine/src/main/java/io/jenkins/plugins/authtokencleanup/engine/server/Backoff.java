package io.jenkins.plugins.authtokencleanup.engine.server;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.time.Duration;

/** Waits when the server asks to slow down: as long as it says or with growing pauses, and not for ever. */
public final class Backoff {
    private static final int TIMES = 8;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Sleeper sleeper;
    private final CleanupListener listener;
    private final int most;
    private int times;

    /**
     * Fresh backoff.
     *
     * @param sleeper how to wait; {@link Sleeper#NONE} for not at all
     * @param listener hears of each wait
     */
    public Backoff(Sleeper sleeper, CleanupListener listener) {
        this.sleeper = sleeper;
        this.listener = listener;
        this.most = sleeper == Sleeper.NONE ? 0 : TIMES;
    }

    /** No backoff at all: it gives up at once. */
    public static Backoff none() {
        return new Backoff(Sleeper.NONE, CleanupListener.SILENT);
    }

    /** The server answered: the next throttling is the first one again. */
    public void reset() {
        times = 0;
    }

    /**
     * Waits once.
     *
     * @param asked how long the server asks to wait, null if it does not say
     * @param tried what was tried
     * @throws CleanupException if it has been asked too often, or for too long
     * @throws InterruptedException if the thread is interrupted
     */
    public void await(Duration asked, String tried) throws CleanupException, InterruptedException {
        Duration growing = FIRST.multipliedBy(1L << times);
        Duration pause = asked == null || asked.compareTo(growing) < 0 ? growing : asked;
        if (asked != null && asked.compareTo(LONGEST) > 0) {
            throw new CleanupException(
                    Problem.THROTTLED, tried, "the server asks to wait " + asked.toSeconds() + " seconds");
        }
        if (++times > most) {
            throw new CleanupException(
                    Problem.THROTTLED,
                    tried,
                    "the server asked to slow down" + (times == 1 ? "" : ", " + times + " times in a row"));
        }
        listener.waiting(pause);
        sleeper.sleep(pause);
    }
}
