package io.jenkins.plugins.authtokencleanup.engine.iam.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The certificates that are trusted: those of the JVM, and those that the user adds.
 *
 * @param added the user's, maybe none
 */
public record TrustedCertificates(List<X509Certificate> added) {
    /** The JVM's alone. */
    public static final TrustedCertificates OF_THE_JVM = new TrustedCertificates(List.of());

    public TrustedCertificates {
        added = List.copyOf(added);
    }

    /**
     * Reads certificates.
     *
     * @param pem one or several certificates as PEM text; blank or null for none
     * @return the JVM's and these
     * @throws IllegalArgumentException if the text is anything else; the message says what to do
     */
    public static TrustedCertificates of(String pem) {
        if (pem == null || pem.isBlank()) {
            return OF_THE_JVM;
        }
        if (pem.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException("This is a private key, which belongs to the server alone. Give the"
                    + " certificate: the part from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----");
        }
        int begin = pem.indexOf("-----BEGIN");
        if (begin < 0) {
            throw new IllegalArgumentException(
                    "Not PEM text: it must hold a part from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            byte[] text = pem.substring(begin).strip().getBytes(StandardCharsets.US_ASCII);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text))) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (CertificateException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "The PEM text can't be read as certificates: copy it whole, with its BEGIN and END lines", e);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("The PEM text holds no certificate");
        }
        return new TrustedCertificates(certificates);
    }

    public OfferedCertificate decider() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            if (!added.isEmpty()) {
                for (X509Certificate certificate : trustManager(null).getAcceptedIssuers()) {
                    store.setCertificateEntry("jvm-" + number++, certificate);
                }
                for (X509Certificate certificate : added) {
                    store.setCertificateEntry("added-" + number++, certificate);
                }
            }
            return new OfferedCertificate((X509ExtendedTrustManager) trustManager(added.isEmpty() ? null : store));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java can't set up TLS", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager) {
                return (X509TrustManager) manager;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    public static SSLContext context(OfferedCertificate decider) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            // The decider leaves every decision to the JVM's own trust manager, and only remembers what was refused.
            context.init(null, new TrustManager[] {decider}, null); // lgtm[jenkins/unsafe-calls]
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't set up TLS", e);
        }
    }
}
