package io.jenkins.plugins.authtokencleanup.engine.server;

import java.time.Duration;
import java.time.Instant;

/** Follows a run. All methods are called by the thread of the run, and none may block for long. */
public interface CleanupListener {
    /** Listens to nothing. */
    CleanupListener SILENT = new CleanupListener() {};

    /** What the run does next, a sentence without a full stop. */
    default void step(String words) {}

    /**
     * The tokens are listed and judged.
     *
     * @param listed how many there are
     * @param toRemove how many of them are to be removed
     * @param cutoff tokens last accessed before this instant are unused
     */
    default void planned(int listed, int toRemove, Instant cutoff) {}

    /** A batch is settled. */
    default void progress(BatchProgress progress) {}

    /** The run waits because the server asks for it. */
    default void waiting(Duration pause) {}

    /** Something that the user should know, a sentence without a full stop. */
    default void warning(String words) {}
}
