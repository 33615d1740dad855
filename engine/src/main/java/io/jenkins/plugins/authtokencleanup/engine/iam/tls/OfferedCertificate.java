package io.jenkins.plugins.authtokencleanup.engine.iam.tls;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

/** Leaves all trust decisions to another trust manager, and remembers the certificate that was refused. */
public final class OfferedCertificate extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager decider;
    private volatile X509Certificate refused;
    private volatile String reason = "";

    OfferedCertificate(X509ExtendedTrustManager decider) {
        this.decider = decider;
    }

    public CleanupException refusal(String tried, SSLException problem) {
        X509Certificate certificate = refused;
        if (certificate == null) {
            String words = String.valueOf(problem.getMessage());
            return new CleanupException(
                    Problem.UNREACHABLE,
                    tried,
                    "no TLS connection could be made (" + (words.length() > 120 ? words.substring(0, 120) : words)
                            + "); does the server speak https on this port?");
        }
        return new CleanupException(
                Problem.UNTRUSTED_SERVER,
                tried,
                "the certificate is not trusted (" + reason + "): " + CertificateText.describe(certificate));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            decider.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw remembered(chain, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            decider.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw remembered(chain, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        try {
            decider.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw remembered(chain, e);
        }
    }

    private CertificateException remembered(X509Certificate[] chain, CertificateException problem) {
        refused = chain.length == 0 ? null : chain[0];
        reason = CertificateText.reason(problem);
        return problem;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        decider.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        decider.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        decider.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return decider.getAcceptedIssuers();
    }
}
