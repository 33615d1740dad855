package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.iam.panel.WireCounterexample;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;

/** Does all that the model must not do, to show that the rules of the architecture can be broken. Never called. */
final class ModelCounterexample {
    private final HttpClient client = HttpClient.newHttpClient();
    private final WireCounterexample wire = new WireCounterexample();

    Object read(String page) {
        return Jsoup.parse(page);
    }

    String show(RemovalHandle handle) {
        System.out.println(client);
        return handle.reveal() + wire;
    }

    boolean old(Instant lastAccess) throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        Executors.newCachedThreadPool().submit(() -> System.exit(1));
        return lastAccess.isBefore(Instant.now());
    }
}
