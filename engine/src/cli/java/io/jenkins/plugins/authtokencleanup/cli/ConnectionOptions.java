package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.iam.AnalyticsConnection;
import io.jenkins.plugins.authtokencleanup.engine.iam.ProxyUser;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the server is and who signs in. */
final class ConnectionOptions {
    private static final int MOST_SECONDS = 3_600;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            description = "The server's address, for example https://analytics.example.com:8443.")
    private String server;

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "The account that signs in.")
    private String user;

    @ArgGroup(multiplicity = "1")
    private PasswordSource password;

    @Option(
            names = "--trust",
            paramLabel = "PEMFILE",
            description = "Also trust the certificates in this PEM file: the server's own, or its CA's.")
    private Path trust;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "The zone of the dates on the classic page, for example Asia/Kolkata, if it does not show it."
                    + " The JSON page proves its own.")
    private String zone;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "The most time for one exchange with the server, 1 to 3600. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(
            names = "--allow-http",
            description = "Allow an http address: the password goes over the network unencrypted.")
    private boolean allowHttp;

    /** A connection for one run, not yet open. Refuses options that can't be used. Warnings go to {@code err}. */
    AnalyticsConnection connection(PrintStream err) {
        try {
            ConnectionSettings settings = new ConnectionSettings(
                    ServerAddress.of(server, allowHttp), user, trust == null ? "" : pem(), zone(), timeout());
            TrustedCertificates.of(settings.trustedCertificates());
            return new AnalyticsConnection(settings, password.read(err), ProxyUser.client());
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private Duration timeout() {
        if (timeout < 1 || timeout > MOST_SECONDS) {
            throw usage("--timeout must be 1 to " + MOST_SECONDS + " seconds, not " + timeout + ".");
        }
        return Duration.ofSeconds(timeout);
    }

    private ZoneId zone() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw usage("--time-zone: " + zone + " is not a time zone. Use a name such as Asia/Kolkata, or UTC.");
        }
    }

    private String pem() {
        try {
            return Files.readString(trust, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw usage("--trust: " + trust + " can't be read as a PEM file. Export the certificate in PEM form,"
                    + " text between BEGIN CERTIFICATE and END CERTIFICATE.");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
