package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records what a run reports to its listener, in order. */
final class RecordedEvents implements CleanupListener {
    final List<String> steps = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<BatchProgress> progress = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();

    @Override
    public void step(String step) {
        steps.add(step);
    }

    @Override
    public void planned(int listed, int toRemove, Instant cutoff) {
        steps.add(toRemove + " of " + listed + " before " + cutoff);
    }

    @Override
    public void progress(BatchProgress batch) {
        progress.add(batch);
    }

    @Override
    public void waiting(Duration pause) {
        waits.add(pause);
    }

    @Override
    public void warning(String warning) {
        warnings.add(warning);
    }
}
