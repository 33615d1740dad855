package io.jenkins.plugins.authtokencleanup.engine.iam.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** An untrusted certificate is refused by every method of the trust manager and remembered for the message. */
class OfferedCertificateTest {
    private static final String PEM = pem();
    private static final X509Certificate[] CHAIN =
            TrustedCertificates.of(PEM).added().toArray(X509Certificate[]::new);

    private final OfferedCertificate offered = TrustedCertificates.OF_THE_JVM.decider();

    private static String pem() {
        try (AnalyticsServer server = AnalyticsServer.configure().start()) {
            return server.certificatePem();
        }
    }

    private void refusesAndRemembers(Executable question) {
        assertThrows(CertificateException.class, question);
        var refusal = offered.refusal("Connect", new SSLException("handshake"));
        assertEquals(Problem.UNTRUSTED_SERVER, refusal.problem());
        assertTrue(
                refusal.observed().startsWith("the certificate is not trusted (it is self-signed or"),
                refusal.observed());
        assertTrue(refusal.observed().contains(CertificateText.describe(CHAIN[0])), refusal.observed());
    }

    @Test
    void a_server_is_refused_in_each_way_of_asking() {
        refusesAndRemembers(() -> offered.checkServerTrusted(CHAIN, "RSA", (SSLEngine) null));
    }

    @Test
    void also_over_a_socket() {
        refusesAndRemembers(() -> offered.checkServerTrusted(CHAIN, "RSA", (Socket) null));
    }

    @Test
    void also_over_nothing() {
        refusesAndRemembers(() -> offered.checkServerTrusted(CHAIN, "RSA"));
    }

    @Test
    void a_client_is_refused_too() {
        assertThrows(CertificateException.class, () -> offered.checkClientTrusted(CHAIN, "RSA", (SSLEngine) null));
        assertThrows(CertificateException.class, () -> offered.checkClientTrusted(CHAIN, "RSA", (Socket) null));
        assertThrows(CertificateException.class, () -> offered.checkClientTrusted(CHAIN, "RSA"));
    }

    @Test
    void a_certificate_that_the_user_adds_is_trusted_besides_those_of_the_jvm() throws Exception {
        OfferedCertificate more = TrustedCertificates.of(PEM).decider();
        more.checkServerTrusted(CHAIN, "RSA", (SSLEngine) null);
        assertTrue(offered.getAcceptedIssuers().length > 0);
        assertEquals(offered.getAcceptedIssuers().length + 1, more.getAcceptedIssuers().length);
    }

    @Test
    void without_a_certificate_it_is_no_tls_and_the_words_are_cut() {
        var refusal = offered.refusal("Connect", new SSLException("x".repeat(121)));
        assertEquals(Problem.UNREACHABLE, refusal.problem());
        assertTrue(refusal.observed().contains("(" + "x".repeat(120) + ");"), refusal.observed());
        assertTrue(offered.refusal("Connect", new SSLException("y".repeat(120)))
                .observed()
                .contains("y".repeat(120) + ")"));
    }
}
