package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import hudson.Counterexample;
import io.jenkins.plugins.authtokencleanup.cli.CommandCounterexample;
import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.report.format.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Does all that the wire must not do, to show that the rules of the architecture can be broken. Never called. */
public final class WireCounterexample {
    private final RemovalRequest removal = new RemovalRequest(null);
    private final CommandCounterexample command = new CommandCounterexample();

    record SecretRecord(String counterexample) {}

    boolean policy(CleanupPolicy policy, JsonReport report) {
        return policy.keepNewest() > report.hashCode() + removal.hashCode() + command.hashCode();
    }

    Object send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body().toLowerCase();
    }

    Object read(InputStream in) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(in)) {
            return new Counterexample(objects.readObject());
        }
    }

    static final class TrustCounterexample implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
