package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.server.BatchProgress;
import io.jenkins.plugins.authtokencleanup.engine.server.CleanupListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Passes everything on, and remembers the warnings for the report. */
final class RecordedWarnings implements CleanupListener {
    private final CleanupListener next;
    private final List<String> warnings = new ArrayList<>();

    RecordedWarnings(CleanupListener next) {
        this.next = next;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void step(String words) {
        next.step(words);
    }

    @Override
    public void planned(int listed, int toRemove, Instant cutoff) {
        next.planned(listed, toRemove, cutoff);
    }

    @Override
    public void progress(BatchProgress progress) {
        next.progress(progress);
    }

    @Override
    public void waiting(Duration pause) {
        next.waiting(pause);
    }

    @Override
    public void warning(String words) {
        warnings.add(words);
        next.warning(words);
    }
}
