package io.jenkins.plugins.authtokencleanup;

import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.report.CleanupReport;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jenkins.security.MasterToSlaveCallable;

/** Runs the engine on an agent, and brings back its report as JSON. */
final class EngineCall extends MasterToSlaveCallable<String, IOException> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Thread> RUNNING = new HashMap<>();
    /** Interruptions that overtook the call that they are meant for. */
    private static final Set<String> EARLY = new HashSet<>();

    private final String id;
    private final EngineOrder order;
    private final TaskListener listener;

    EngineCall(String id, EngineOrder order, TaskListener listener) {
        this.id = id;
        this.order = order;
        this.listener = listener;
    }

    @Override
    public String call() throws IOException {
        begin(id);
        try {
            CleanupReport report = order.perform(listener);
            // The report tells of an interruption; the flag would only keep it from travelling.
            Thread.interrupted();
            return StoredReport.json(report);
        } finally {
            end(id);
            // A pipeline's log is buffered here, and must not come after the result.
            listener.getLogger().flush();
        }
    }

    private static synchronized void begin(String id) {
        RUNNING.put(id, Thread.currentThread());
        if (EARLY.remove(id)) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void end(String id) {
        RUNNING.remove(id);
        // The thread is a pool's: an interruption at the last moment is not meant for what it does next.
        Thread.interrupted();
    }

    /** Interrupts the run with an id in this JVM; if it has not begun yet, as soon as it does. */
    static synchronized void interrupt(String id) {
        Thread thread = RUNNING.get(id);
        if (thread == null) {
            EARLY.add(id);
        } else {
            thread.interrupt();
        }
    }
}
