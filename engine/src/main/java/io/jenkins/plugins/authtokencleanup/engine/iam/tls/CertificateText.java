package io.jenkins.plugins.authtokencleanup.engine.iam.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Describes certificates to people. */
public final class CertificateText {
    private static final int LONGEST = 200;

    private CertificateText() {}

    /**
     * Subject, validity and SHA-256, as browsers show them too.
     *
     * @param certificate a certificate
     * @return one line
     */
    public static String describe(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName().replaceAll("\\p{C}", "?");
        return "subject " + (subject.length() > LONGEST ? subject.substring(0, LONGEST) + "…" : subject)
                + ", valid from " + certificate.getNotBefore().toInstant()
                + " to " + certificate.getNotAfter().toInstant()
                + ", SHA-256 " + sha256(certificate);
    }

    private static String sha256(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            return "not known";
        }
    }

    public static String reason(Throwable problem) {
        for (Throwable t = problem; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException) {
                return "it has expired";
            }
            if (t instanceof CertificateNotYetValidException) {
                return "it is not yet valid";
            }
        }
        String message = String.valueOf(problem.getMessage());
        if (message.startsWith("No name matching")
                || message.startsWith("No subject alternative")
                || message.contains("doesn't match")) {
            return "it is for another host name than the one in the address";
        }
        return "it is self-signed or of a certificate authority that this Java does not know";
    }
}
