package io.jenkins.plugins.authtokencleanup.engine.server;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Where the server is, who signs in, and how. Without the password.
 *
 * @param address the server's address
 * @param account the name or e-mail address that signs in
 * @param trustedCertificates PEM text of certificates to be trusted besides the JVM's, empty for none
 * @param zone the time zone of the dates on the server's pages, null for "as the page shows"
 * @param timeout how long one exchange may take, headers and body together
 */
public record ConnectionSettings(
        ServerAddress address, String account, String trustedCertificates, ZoneId zone, Duration timeout)
        implements Serializable {
    /** How long one exchange may take by default. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    public ConnectionSettings {
        Objects.requireNonNull(address);
        if (account == null || account.isBlank()) {
            throw new IllegalArgumentException("The account's name is missing: give the one that you sign in with");
        }
        trustedCertificates = Objects.requireNonNullElse(trustedCertificates, "");
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("The time-out must be at least 1 second");
        }
    }

    /** The JVM's certificates, zones as the page shows them, the default time-out. */
    public static ConnectionSettings of(ServerAddress address, String account) {
        return new ConnectionSettings(address, account, "", null, DEFAULT_TIMEOUT);
    }
}
