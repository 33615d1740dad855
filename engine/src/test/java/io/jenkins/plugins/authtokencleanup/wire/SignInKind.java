package io.jenkins.plugins.authtokencleanup.wire;

import io.jenkins.plugins.authtokencleanup.testserver.LoginGeneration;
import io.jenkins.plugins.authtokencleanup.testserver.ServerSettings;

/** Each way to sign in that a server can have: those of the contract's section 4, and that of section 8. */
enum SignInKind {
    CLASSIC(LoginGeneration.CLASSIC),
    AUTH(LoginGeneration.AUTH),
    FORM(LoginGeneration.FORM),
    V2(LoginGeneration.V2),
    /** Of the servers that have the JSON page. */
    JSON(null);

    private final LoginGeneration generation;

    SignInKind(LoginGeneration generation) {
        this.generation = generation;
    }

    ServerSettings of(ServerSettings server) {
        return generation == null
                ? server.hasJsonSignIn(true)
                : server.hasJsonSignIn(false).generation(generation);
    }
}
