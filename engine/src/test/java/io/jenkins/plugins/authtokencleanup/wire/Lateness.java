package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import java.time.Duration;

/** When a request takes effect that its client gave up. */
enum Lateness {
    /** Before the client looks at the list again. */
    AT_ONCE,
    /** After that look, and before the next request for a removal. */
    BEFORE_THE_NEXT_REMOVAL,
    /** While the run waits until nothing can be carried out any more. */
    WHILE_SETTLING,
    AFTER_THE_RUN;

    private static final int REMOVALS = 40;

    /** Makes the server take its time. The run's waits are needed to know when. */
    Cleanup arrange(AnalyticsServer server, Cleanup cleanup, Duration timeout) {
        server.holdLateEffects();
        if (this == BEFORE_THE_NEXT_REMOVAL) {
            for (int i = 0; i < REMOVALS; i++) {
                server.beforeKind(RequestKind.REMOVE, i, () -> release(server));
            }
        }
        return cleanup.sleeper(pause -> {
            if (this == AT_ONCE || this == WHILE_SETTLING && pause.equals(timeout)) {
                release(server);
            }
        });
    }

    /** Lets a request take effect that was given up. */
    static void release(AnalyticsServer server) {
        long givenUp = server.log().stream()
                .filter(request -> request.fault() != null && request.fault().actsLate())
                .count();
        if (givenUp > 0) {
            server.awaitGivenUp((int) givenUp);
            server.releaseLateEffects();
        }
    }
}
