package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The shapes that a run can have on the wire. */
enum Shape {
    PREVIEW(LoginGeneration.CLASSIC, 100, 0, false),
    ONE_BATCH(LoginGeneration.CLASSIC, 100, 0, false),
    SEVERAL_BATCHES(LoginGeneration.CLASSIC, 3, 0, false),
    CAPPED_DISPLAY(LoginGeneration.CLASSIC, 3, 5, false),
    NEW_HANDLES(LoginGeneration.CLASSIC, 3, 0, true),
    AUTH(LoginGeneration.AUTH, 100, 0, false),
    FORM(LoginGeneration.FORM, 100, 0, false),
    V2(LoginGeneration.V2, 100, 0, false);

    private final LoginGeneration generation;
    private final int batchSize;
    private final int displayCap;
    private final boolean volatileHandles;

    Shape(LoginGeneration generation, int batchSize, int displayCap, boolean volatileHandles) {
        this.generation = generation;
        this.batchSize = batchSize;
        this.displayCap = displayCap;
        this.volatileHandles = volatileHandles;
    }

    /** 20 tokens, 8 of them stale; with a display cap those come first, so that all of them come into view. */
    static List<TestToken> tokens(Instant now) {
        List<TestToken> tokens = Account.mixed(now, 20);
        tokens.sort(Comparator.comparing(token -> !token.description().startsWith("stale")));
        return tokens;
    }

    ServerSettings settings(List<TestToken> tokens) {
        return AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .generation(generation)
                .displayCap(displayCap)
                .volatileHandles(volatileHandles)
                .tokens(tokens);
    }

    Cleanup cleanup(AnalyticsServer server) {
        Cleanup cleanup = Cleanup.of(server).batchSize(batchSize);
        return this == PREVIEW ? cleanup.preview() : cleanup;
    }

    /** How many requests such a run makes if nothing goes wrong. */
    int requests() {
        try (AnalyticsServer server = settings(tokens(Instant.now())).start()) {
            cleanup(server).run();
            return server.log().size();
        }
    }
}
