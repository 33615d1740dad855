package io.jenkins.plugins.authtokencleanup;

import hudson.model.TaskListener;
import io.jenkins.plugins.authtokencleanup.engine.CleanupReport;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jenkins.security.MasterToSlaveCallable;

/** Runs the engine on an agent, and brings back its report as JSON. */
final class EngineCall extends MasterToSlaveCallable<String, IOException> {
    private static final long serialVersionUID = 1L;

    private static final Map<String, Thread> RUNNING = new ConcurrentHashMap<>();

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
        RUNNING.put(id, Thread.currentThread());
        try {
            CleanupReport report = order.perform(listener);
            // The report tells of an interruption; the flag would only keep it from travelling.
            Thread.interrupted();
            return StoredReport.json(report);
        } finally {
            RUNNING.remove(id);
        }
    }

    /** Interrupts the run with an id in this JVM, if there is one. */
    static void interrupt(String id) {
        Thread thread = RUNNING.get(id);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
