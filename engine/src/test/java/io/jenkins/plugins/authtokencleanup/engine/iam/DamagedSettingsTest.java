package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.iam.tls.CertificateText;
import io.jenkins.plugins.authtokencleanup.engine.iam.tls.TrustedCertificates;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.fuzz.Mutations;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged settings are either taken literally or refused with a message. */
class DamagedSettingsTest {
    private static final List<String> ADDRESSES = List.of(
            "https://analytics-server:8443",
            "https://analytics-server:8443/iam/u/h#sessions/userauthtoken",
            "http://localhost:8080/analytics/iam/",
            "https://[::1]:8443/a%20b/",
            "HTTPS://Analytics.Example.COM");
    private static final List<String> PATTERNS = List.of(
            "etl-*",
            "?ackup",
            "regex:^(grafana|etl)-\\d+$",
            "regex:(a+)+b",
            "*report*nightly*",
            "regex:[a-z&&[^b]]{2,}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int TEXTS_A_SEED = 40;

    static LongStream seeds() {
        return Sample.seeds(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_address_is_that_of_a_server_or_refused(long seed) {
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String text = mutations.changed(mutations.any(ADDRESSES), 3);
            try {
                ServerAddress address = ServerAddress.of(text, false);
                URI page = address.at("/iam/u/h");
                assertTrue(page.getPath().endsWith("/iam/u/h"), text);
                assertTrue(page.getScheme().equals("https") || LOOPBACK.contains(page.getHost()), text);
                assertNull(page.getUserInfo(), text);
                assertNull(page.getQuery(), text);
                assertNull(page.getFragment(), text);
            } catch (IllegalArgumentException e) {
                assertFalse(e.getMessage().isBlank(), text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_certificate_is_read_whole_or_refused(long seed) {
        Mutations mutations = new Mutations(seed);
        String pem = pem();
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String text = mutations.changed(pem, 3);
            try {
                TrustedCertificates trusted = TrustedCertificates.of(text);
                trusted.added().forEach(certificate -> assertNotNull(CertificateText.describe(certificate)));
                assertFalse(trusted.added().isEmpty(), text);
            } catch (IllegalArgumentException e) {
                assertFalse(e.getMessage().isBlank(), text);
            }
        }
    }

    private static String pem() {
        try (AnalyticsServer server = AnalyticsServer.configure().https(true).start()) {
            return server.certificatePem() + server.certificatePem();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_pattern_is_applied_to_any_text_or_refused(long seed) {
        Mutations mutations = new Mutations(seed);
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String text = mutations.changed(mutations.any(PATTERNS), 2);
            String description =
                    mutations.changed("etl-42 backup of a nightly report aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 3);
            try {
                ProtectPattern pattern = ProtectPattern.of(text);
                pattern.protects(token(description));
                assertTrue(!literal(pattern) || pattern.protects(token(pattern.source())), text);
            } catch (IllegalArgumentException e) {
                assertFalse(e.getMessage().isBlank(), text);
            }
        }
    }

    /** Short globs match themselves. */
    private static boolean literal(ProtectPattern pattern) {
        return !pattern.source().startsWith("regex:") && pattern.source().length() < 2_000;
    }

    private static AuthToken token(String description) {
        return new AuthToken(
                description, List.of("ZROP/reportsapi"), "", "", null, LastAccess.NEVER, "-", null, List.of());
    }
}
