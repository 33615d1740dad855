package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.ProxyConfiguration;
import hudson.model.FreeStyleProject;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jenkins.security.MasterToSlaveCallable;
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
        jenkins.assertLogContains("the proxy wants a user and a password (HTTP 407)", build);
        jenkins.assertLogContains("-Dhttp.proxyUser=NAME", build);
        Fixture.assertNoStackTrace(build);
        assertEquals(List.of(), proxy.requests());
        assertEquals(List.of(), server.log());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ServerProxy.of(configuration, "analytics.test"));
        }
        String sent = bytes.toString(StandardCharsets.ISO_8859_1);
        assertTrue(sent.contains("127.0.0.1"), sent);
        assertFalse(sent.contains("proxy-user") || sent.contains("proxy-Pa55") || sent.contains("Secret"), sent);
    }

    /** Sets system properties of an agent's JVM, as its command line would. */
    private static final class AgentOptions extends MasterToSlaveCallable<Void, RuntimeException> {
        private static final long serialVersionUID = 1L;

        private final String user;
        private final String password;

        AgentOptions(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        public Void call() {
            System.setProperty("http.proxyUser", user);
            System.setProperty("http.proxyPassword", password);
            return null;
        }
    }

    @Test
    void an_agent_signs_in_to_the_proxy_with_the_user_of_its_own_jvm() throws Exception {
        jenkins.jenkins.setProxy(withUser());
        Node node = jenkins.createOnlineSlave();
        FreeStyleProject job = (FreeStyleProject) Door.FREESTYLE_ON_AGENT.job(server.url());
        job.setAssignedNode(node);

        node.getChannel().call(new AgentOptions("proxy-user", "wr0ng"));
        Run<?, ?> refused = Door.run(Result.FAILURE, job);
        jenkins.assertLogContains("the proxy refuses the user and password that it gets (HTTP 407)", refused);
        assertEquals(List.of(), server.log());

        node.getChannel().call(new AgentOptions("proxy-user", "proxy-Pa55"));
        Run<?, ?> build = Door.run(Result.SUCCESS, job);
        assertEquals(Fixture.survivors(8), Fixture.descriptions(server));
        jenkins.assertLogNotContains("proxy-Pa55", build);
        assertTrue(server.log().stream().noneMatch(request -> request.headers().containsKey("proxy-authorization")));
    }

    @Test
    void on_the_controller_a_missing_or_wrong_user_leads_to_jenkins_proxy_settings() throws Exception {
        proxy.require("proxy-user", "proxy-Pa55");
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port()));
        Run<?, ?> missing = Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of());
        jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "proxy-user", "wr0ng"));
        Run<?, ?> wrong = Door.FREESTYLE.build(Result.FAILURE, server.url(), Map.of());

        jenkins.assertLogContains("the proxy wants a user and a password (HTTP 407)", missing);
        jenkins.assertLogContains("the proxy refuses the user and password that it gets (HTTP 407)", wrong);
        for (Run<?, ?> build : List.of(missing, wrong)) {
            jenkins.assertLogContains("set the proxy's user and password in Jenkins' proxy settings", build);
            Fixture.assertNoStackTrace(build);
        }
        assertEquals(List.of(), server.log());
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
