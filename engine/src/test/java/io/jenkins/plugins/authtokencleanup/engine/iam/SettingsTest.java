package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.http.Cookies;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfTokens;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.Credentials;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.CertificateText;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sets: bad settings are refused at once, with what to do about it. */
class SettingsTest {
    private static String refused(Runnable setting) {
        return assertThrows(IllegalArgumentException.class, setting::run).getMessage();
    }

    private static String pem() {
        try (AnalyticsServer server = AnalyticsServer.configure().start()) {
            return server.certificatePem();
        }
    }

    private static void timeout(Duration value) {
        new ConnectionSettings(ServerAddress.of("https://host", false), "me", null, null, value);
    }

    @Test
    void what_is_missing_is_named() {
        assertTrue(refused(() -> new Credentials(" ", "x")).contains("name is missing"));
        assertTrue(refused(() -> new Credentials(null, "x")).contains("name is missing"));
        assertTrue(refused(() -> new Credentials("x", "")).contains("password is empty"));
        assertTrue(refused(() -> new Credentials("x", null)).contains("password is empty"));
        assertTrue(refused(() -> timeout(Duration.ZERO)).contains("at least"));
        assertTrue(refused(() -> timeout(Duration.ofSeconds(-1))).contains("at least"));
    }

    @Test
    void certificates_are_read_from_pem_text_with_anything_before_it() {
        String pem = pem();
        assertEquals(1, TrustedCertificates.of(pem).added().size());
        assertEquals(
                2, TrustedCertificates.of("subject=CN\n" + pem + pem).added().size());
        assertSame(TrustedCertificates.OF_THE_JVM, TrustedCertificates.of(null));
        assertSame(TrustedCertificates.OF_THE_JVM, TrustedCertificates.of(" \n"));
    }

    @Test
    void what_is_no_certificate_is_refused() {
        assertTrue(refused(() -> TrustedCertificates.of("-----BEGIN PRIVATE KEY-----"))
                .contains("a private key"));
        assertTrue(refused(() -> TrustedCertificates.of("hello")).contains("Not PEM text"));
        assertTrue(refused(() -> TrustedCertificates.of("-----BEGIN CERTIFICATE-----\nx"))
                .contains("can't be read"));
        assertTrue(
                refused(() -> TrustedCertificates.of(pem().replace("A", "!"))).contains("can't be read"));
    }

    @Test
    void a_certificate_is_described_in_one_line() {
        String text =
                CertificateText.describe(TrustedCertificates.of(pem()).added().get(0));
        assertTrue(
                text.matches("subject CN=.*, valid from \\S+Z to \\S+Z, SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "No name matching host found, it is for another host name",
        "No subject alternative DNS name, it is for another host name",
        "the name doesn't match, it is for another host name",
        "PKIX path building failed, it is self-signed or",
        "'', it is self-signed or"
    })
    void the_reason_for_refusing_a_certificate_is_derived_from_its_message(String message, String reason) {
        assertTrue(CertificateText.reason(new CertificateException(message)).startsWith(reason));
    }

    @Test
    void an_expired_certificate_is_recognized_in_any_cause() {
        CertificateException expired = new CertificateException("x", new CertificateExpiredException("y"));
        assertEquals("it has expired", CertificateText.reason(expired));
        CertificateException early = new CertificateException("x", new CertificateNotYetValidException("y"));
        assertEquals("it is not yet valid", CertificateText.reason(early));
    }

    @Test
    void the_secrets_of_a_session_are_in_no_text() {
        Cookies cookies = new Cookies(new Redactor());
        assertEquals("cookies", cookies.toString());
        assertEquals("CSRF source", new CsrfTokens(cookies, new Redactor()).toString());
    }
}
