package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.CleanupOptions;
import io.jenkins.plugins.authtokencleanup.engine.Pauses;
import io.jenkins.plugins.authtokencleanup.engine.error.InsecureAddressException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;

/** How to reach a server and sign in to it. Its text never holds the password. */
public final class ConnectionSettings {
    private final ServerAddress address;
    private final Credentials credentials;
    private final TrustedCertificates trust;
    private final ZoneId zone;
    private final Duration timeout;
    private final Supplier<HttpClient.Builder> client;
    private final Pauses pauses;

    private ConnectionSettings(Builder builder) {
        address = Objects.requireNonNull(builder.address, "server");
        credentials = Objects.requireNonNull(builder.credentials, "account");
        trust = builder.trust;
        zone = builder.zone;
        timeout = builder.timeout;
        client = builder.client;
        pauses = builder.pauses;
    }

    /**
     * Begins with the defaults.
     *
     * @return a builder that still needs server and account
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where the server is.
     *
     * @return never null
     */
    public ServerAddress address() {
        return address;
    }

    Credentials credentials() {
        return credentials;
    }

    TrustedCertificates trust() {
        return trust;
    }

    /** The server's zone as the user names it, null for "as the page shows". */
    ZoneId zone() {
        return zone;
    }

    /**
     * How long one exchange may take.
     *
     * @return headers and body together
     */
    public Duration timeout() {
        return timeout;
    }

    Supplier<HttpClient.Builder> client() {
        return client;
    }

    Pauses pauses() {
        return pauses;
    }

    @Override
    public String toString() {
        return credentials.account() + " at " + address;
    }

    /** Collects settings; each bad one is refused at once with what to do about it. */
    public static final class Builder {
        private ServerAddress address;
        private Credentials credentials;
        private TrustedCertificates trust = TrustedCertificates.OF_THE_JVM;
        private ZoneId zone;
        private Duration timeout = CleanupOptions.DEFAULT_TIMEOUT;
        private Supplier<HttpClient.Builder> client = HttpClient::newBuilder;
        private Pauses pauses = Pauses.REAL;

        private Builder() {}

        /**
         * The server's address.
         *
         * @param url like {@code https://analytics-server:8443}
         * @param allowHttp whether plain http to another machine is allowed
         * @return this
         * @throws IllegalArgumentException if it is no address
         * @throws InsecureAddressException if it is plain http and that is not allowed
         */
        public Builder server(String url, boolean allowHttp) throws InsecureAddressException {
            address = ServerAddress.of(url, allowHttp);
            return this;
        }

        /**
         * The account.
         *
         * @param name its name or e-mail address
         * @param password its password
         * @return this
         * @throws IllegalArgumentException if one of them is missing
         */
        public Builder account(String name, String password) {
            credentials = new Credentials(name, password);
            return this;
        }

        /**
         * Certificates to be trusted besides the JVM's.
         *
         * @param pem PEM text, blank or null for none
         * @return this
         * @throws IllegalArgumentException if it can't be read
         */
        public Builder trust(String pem) {
            trust = TrustedCertificates.of(pem);
            return this;
        }

        /**
         * The time zone of the dates on the server's pages.
         *
         * @param named null for "as the page shows"
         * @return this
         */
        public Builder zone(ZoneId named) {
            zone = named;
            return this;
        }

        /**
         * How long one exchange may take.
         *
         * @param atMost more than nothing
         * @return this
         */
        public Builder timeout(Duration atMost) {
            if (atMost.isZero() || atMost.isNegative()) {
                throw new IllegalArgumentException("The time-out must be at least 1 second");
            }
            timeout = atMost;
            return this;
        }

        /**
         * What HTTP clients are made of: it brings proxy and proxy authentication. Redirects, cookies, TLS and HTTP
         * version are set here in any case.
         *
         * @param builders gives a new builder each time
         * @return this
         */
        public Builder client(Supplier<HttpClient.Builder> builders) {
            client = builders;
            return this;
        }

        /**
         * How to wait.
         *
         * @param waits real by default
         * @return this
         */
        public Builder pauses(Pauses waits) {
            pauses = waits;
            return this;
        }

        /**
         * The settings.
         *
         * @return server and account are set
         */
        public ConnectionSettings build() {
            return new ConnectionSettings(this);
        }
    }
}
