package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.ProxyConfiguration;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy that is configured on the controller is used from there and from agents. */
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

    @ParameterizedTest
    @EnumSource(names = {"FREESTYLE", "FREESTYLE_ON_AGENT"})
    void the_proxys_user_signs_in_to_the_proxy_only(Door door) throws Exception {
        proxy.require("proxy-user", "proxy-Pa55");
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "proxy-user", "proxy-Pa55", null));

        door.build(Result.SUCCESS, server.url(), Map.of());

        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        assertTrue(server.log().stream().noneMatch(request -> request.headers().containsKey("proxy-authorization")));
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
