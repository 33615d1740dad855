package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.time.Duration;
import java.time.Instant;

/** Prints every event of a run. */
final class PrintedProgress implements CleanupListener {
    @Override
    public void step(String words) {
        System.out.println(words);
    }

    @Override
    public void planned(int listed, int toRemove, Instant cutoff) {
        System.out.println(listed + " listed, " + toRemove + " to remove, unused before " + cutoff);
    }

    @Override
    public void progress(BatchProgress progress) {
        System.out.println(progress);
    }

    @Override
    public void waiting(Duration pause) {
        System.out.println("waiting " + pause);
    }

    @Override
    public void warning(String words) {
        System.out.println(words);
    }
}
