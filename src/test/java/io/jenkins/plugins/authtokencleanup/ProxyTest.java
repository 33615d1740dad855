package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.ProxyConfiguration;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy that is configured on the controller is used from there and, without its user, from agents. */
class ProxyTest extends OneJenkins {
    private AnalyticsServer server;
    private RecordingProxy proxy;

    @BeforeEach
    void start() throws Exception {
        server = Fixture.server(8).start();
        proxy = new RecordingProxy();
    }

    @AfterEach
    void stop() {
        jenkins.jenkins.setProxy(null);
        proxy.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "FREESTYLE_ON_AGENT", "PIPELINE_ON_AGENT"})
    void every_request_goes_through_the_proxy(Door door) throws Exception {
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port()));

        Run<?, ?> build = door.build(Result.SUCCESS, server.url(), Map.of());

        Fixture.assertTruthful(8, server, build);
        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        assertTrue(server.log().size() > 5);
        assertEquals(server.log().size(), proxy.requests().size());
    }

    private ProxyConfiguration withUser() {
        proxy.require("proxy-user", "proxy-Pa55");
        return new ProxyConfiguration("127.0.0.1", proxy.port(), "proxy-user", "proxy-Pa55", "*.example.com");
    }

    @Test
    void the_proxys_user_signs_in_to_the_proxy_only() throws Exception {
        jenkins.jenkins.setProxy(withUser());

        Door.FREESTYLE.build(Result.SUCCESS, server.url(), Map.of());

        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        assertTrue(server.log().stream().noneMatch(request -> request.headers().containsKey("proxy-authorization")));
    }

    @Test
    void the_proxys_user_and_password_stay_on_the_controller() throws Exception {
        ProxyConfiguration configuration = withUser();
        jenkins.jenkins.setProxy(configuration);

        Run<?, ?> build = Door.FREESTYLE_ON_AGENT.build(Result.FAILURE, server.url(), Map.of());

        jenkins.assertLogContains("The user and password of Jenkins' proxy are not sent to the agent", build);
        Fixture.assertNoStackTrace(build);
        assertEquals(List.of(), proxy.requests());
        assertEquals(List.of(), server.log());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ProxySettings.of(configuration));
        }
        String sent = bytes.toString(StandardCharsets.ISO_8859_1);
        assertTrue(sent.contains("127.0.0.1"), sent);
        assertFalse(sent.contains("proxy-user") || sent.contains("proxy-Pa55") || sent.contains("Secret"), sent);
    }

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "FREESTYLE_ON_AGENT"})
    void hosts_that_need_no_proxy_are_reached_directly(Door door) throws Exception {
        jenkins.jenkins.setProxy(
                new ProxyConfiguration("127.0.0.1", proxy.port(), null, null, "*.example.com\n127.0.*"));

        door.build(Result.SUCCESS, server.url(), Map.of());

        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        assertEquals(List.of(), proxy.requests());
    }
}
