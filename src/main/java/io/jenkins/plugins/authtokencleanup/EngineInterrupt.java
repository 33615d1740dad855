package io.jenkins.plugins.authtokencleanup;

import jenkins.security.MasterToSlaveCallable;

/** Interrupts the engine on an agent. */
final class EngineInterrupt extends MasterToSlaveCallable<Void, RuntimeException> {
    private static final long serialVersionUID = 1L;

    private final String id;

    EngineInterrupt(String id) {
        this.id = id;
    }

    @Override
    public Void call() {
        EngineCall.interrupt(id);
        return null;
    }
}
