package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.IamSession;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.net.URI;
import java.net.http.HttpClient;

/** Does what a removal must not do, to show that the rules of the architecture can be broken. Never called. */
final class RemovalCounterexample {
    Object follow(IamSession session, URI address) throws CleanupException, InterruptedException {
        return session.load("Remove", address);
    }

    HttpClient followAll() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    RemovalHandle any(String text) {
        return new RemovalHandle(text);
    }
}
