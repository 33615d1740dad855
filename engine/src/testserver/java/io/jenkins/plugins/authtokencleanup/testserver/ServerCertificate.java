package io.jenkins.plugins.authtokencleanup.testserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The server's self-signed certificate for localhost and 127.0.0.1. Its key protects nothing; it was made once with
 *
 * <pre>
 * keytool -genkeypair -alias analytics -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -dname CN=localhost
 *   -ext SAN=dns:localhost,ip:127.0.0.1 -ext BC=ca:true -startdate "2020/01/01 00:00:00" -validity 36500
 *   -storetype PKCS12 -keystore analytics-server.p12 -storepass changeit
 * </pre>
 */
final class ServerCertificate {
    private static final String ALIAS = "analytics";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    ServerCertificate() {
        try (InputStream in = ServerCertificate.class.getResourceAsStream("analytics-server.p12")) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN CERTIFICATE-----\n"
                    + lines.encodeToString(store.getCertificate(ALIAS).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
