package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.HandleAlphabet;
import io.jenkins.plugins.authtokencleanup.testserver.LoggedRequest;
import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;
import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The shapes that a run can have on the wire, with both kinds of AuthTokens page and each way to sign in. */
enum Shape {
    PREVIEW(100, server -> server),
    ONE_BATCH(100, server -> server),
    SEVERAL_BATCHES(3, server -> server),
    CAPPED_DISPLAY(3, server -> server.displayCap(5)),
    NEW_HANDLES(3, server -> server.volatileHandles(true)),
    AUTH(100, server -> server.generation(LoginGeneration.AUTH)),
    FORM(100, server -> server.generation(LoginGeneration.FORM)),
    V2(100, server -> server.generation(LoginGeneration.V2)),
    CLASSIC_PAGE_NEW_SIGN_IN(100, server -> server.hasJsonSignIn(true)),
    JSON_PREVIEW(20, Shape::json),
    JSON_ONE_BATCH(20, Shape::json),
    JSON_SEVERAL_BATCHES(3, Shape::json),
    JSON_NEW_HANDLES(3, server -> json(server).volatileHandles(true)),
    /** Handles that can't be sent together. */
    JSON_ONE_BY_ONE(20, server -> json(server).jsonPage(page -> page.handles(HandleAlphabet.PUNCTUATED))),
    /** Each request for several tokens removes one and fails. */
    JSON_FAILS_MIDWAY(20, server -> json(server).jsonPage(page -> page.removalFailsAfter(1))),
    JSON_PAGE_OLD_SIGN_IN(20, server -> json(server).hasJsonSignIn(false).generation(LoginGeneration.AUTH));

    private final int batchSize;
    private final UnaryOperator<ServerSettings> make;
    /** Null until it is needed. */
    private List<RequestKind> requests;

    Shape(int batchSize, UnaryOperator<ServerSettings> make) {
        this.batchSize = batchSize;
        this.make = make;
    }

    private static ServerSettings json(ServerSettings server) {
        return server.accountsPage(AccountsPage.JSON);
    }

    boolean isPreview() {
        return this == PREVIEW || this == JSON_PREVIEW;
    }

    /** 20 tokens, 8 of them stale; with a display cap those come first, so that all of them come into view. */
    static List<TestToken> tokens(Instant now) {
        List<TestToken> tokens = Account.mixed(now, 20);
        tokens.sort(Comparator.comparing(token -> !token.description().startsWith("stale")));
        return tokens;
    }

    ServerSettings settings(List<TestToken> tokens) {
        return make.apply(AnalyticsServer.configure()
                .account(Cleanup.ACCOUNT, Cleanup.PASSWORD)
                .tokens(tokens));
    }

    Cleanup cleanup(AnalyticsServer server) {
        Cleanup cleanup = Cleanup.of(server).batchSize(batchSize);
        return isPreview() ? cleanup.preview() : cleanup;
    }

    /** The requests that such a run makes if nothing goes wrong. */
    synchronized List<RequestKind> requests() {
        if (requests == null) {
            requests = record();
        }
        return requests;
    }

    private List<RequestKind> record() {
        try (AnalyticsServer server = settings(tokens(Instant.now())).start()) {
            cleanup(server).run();
            return server.log().stream().map(LoggedRequest::kind).toList();
        }
    }
}
