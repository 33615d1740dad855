package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AuthorizationStrategy;
import hudson.util.FormValidation;
import io.jenkins.plugins.authtokencleanup.engine.server.ConnectionSettings;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import io.jenkins.plugins.authtokencleanup.testserver.Fault;
import io.jenkins.plugins.authtokencleanup.testserver.RequestKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.util.NameValuePair;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** "Test connection" never holds a web thread for long, never waits, and never gets in the way of a build. */
class TestConnectionTest extends OneJenkins {
    private static final Duration SHORT = Duration.ofSeconds(7);

    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void letEverybodyIn() {
        released.countDown();
        jenkins.jenkins.setAuthorizationStrategy(new AuthorizationStrategy.Unsecured());
    }

    private static FormValidation test(String url, Duration deadline) throws Exception {
        CleanupParameters parameters = new CleanupParameters(url, Fixture.CREDENTIALS);
        parameters.timeoutSeconds(3_600);
        return ConnectionTest.run(null, parameters, deadline);
    }

    private static FormValidation test(AnalyticsServer server) throws Exception {
        return test(server.url(), ConnectionTest.DEADLINE);
    }

    private static void assertSays(String words, FormValidation.Kind kind, FormValidation result) {
        String text = Jsoup.parseBodyFragment(result.renderHtml()).text();
        assertTrue(text.contains(words), text);
        assertEquals(kind, result.kind, result.renderHtml());
    }

    /** A server whose next list of AuthTokens waits for {@link #released}. */
    private AnalyticsServer halted(CountDownLatch reached) {
        AnalyticsServer server = Fixture.server(4).start();
        server.beforeKind(RequestKind.PANEL, 0, () -> {
            reached.countDown();
            try {
                released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return server;
    }

    private static CompletableFuture<FormValidation> begin(AnalyticsServer server, CountDownLatch reached)
            throws Exception {
        CompletableFuture<FormValidation> result = CompletableFuture.supplyAsync(() -> {
            try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
                return test(server);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(reached.await(60, TimeUnit.SECONDS));
        return result;
    }

    @ParameterizedTest
    @CsvSource({
        "SHELL, TIMEOUT_BEFORE, Connection",
        "LOGIN_PAGE, SLOW_DRIP, Connection",
        "LOGIN, TIMEOUT_BEFORE, Sign-in",
        "PANEL, SLOW_DRIP, AuthTokens page",
        "PANEL, TIMEOUT_BEFORE, AuthTokens page"
    })
    void a_server_that_is_silent_or_drips_is_left_in_time_and_signed_out_of(RequestKind kind, Fault fault, String step)
            throws Exception {
        try (AnalyticsServer server = Fixture.server(40).start()) {
            server.faults().on(kind, 0, fault);
            long begin = System.nanoTime();

            FormValidation result = test(server.url(), SHORT);

            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(SHORT) <= 0, "It took " + took);
            assertSays("Stopped, because a connection test may take 7 seconds", FormValidation.Kind.ERROR, result);
            assertSays("Problem: " + step + ": stopped before it was over", FormValidation.Kind.ERROR, result);
            assertEquals(0, server.openSessions());
            assertSays("A cleanup would work", FormValidation.Kind.OK, test(server));
        }
    }

    @Test
    void a_handshake_that_never_ends_is_left_in_time() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long begin = System.nanoTime();

            FormValidation result = test("https://127.0.0.1:" + silent.getLocalPort(), SHORT);

            assertTrue(System.nanoTime() - begin <= SHORT.toNanos());
            assertSays("Stopped, because", FormValidation.Kind.ERROR, result);
        }
    }

    @ParameterizedTest
    @CsvSource({"LOGIN_PAGE, 0", "LOGIN, 1", "PANEL, 1"})
    void a_server_that_asks_to_slow_down_is_not_waited_for(RequestKind kind, int passwords) throws Exception {
        try (AnalyticsServer server = Fixture.server(4).start()) {
            server.faults().always(kind, Fault.THROTTLE_429);

            FormValidation result = test(server);

            assertSays("asked to slow down", FormValidation.Kind.ERROR, result);
            assertSays("Run again later", FormValidation.Kind.ERROR, result);
            assertEquals(1, server.log(kind).size());
            assertEquals(passwords, server.log(RequestKind.LOGIN).size());
            assertEquals(0, server.openSessions());
        }
    }

    @Test
    void while_a_build_works_on_the_account_it_says_which_one_and_asks_nothing() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AnalyticsServer server = halted(reached)) {
            Run<?, ?> build = Door.begin(Door.FREESTYLE.job(server.url()));
            assertTrue(reached.await(60, TimeUnit.SECONDS));
            int requests = server.log().size();

            String name = build.getFullDisplayName() + " is cleaning up this account";
            assertSays("Busy: " + name, FormValidation.Kind.WARNING, test(server.url() + "/", SHORT));
            jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
            jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                    .grant(Jenkins.READ)
                    .everywhere()
                    .to("stranger")
                    .grant(Item.READ)
                    .onItems((FreeStyleProject) build.getParent())
                    .to("reader"));
            try (ACLContext stranger = ACL.as2(User.getById("stranger", true).impersonate2())) {
                assertSays("Busy: a build is cleaning up this account", FormValidation.Kind.WARNING, test(server));
            }

            assertEquals(requests, server.log().size());
            released.countDown();
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            assertSays("A cleanup would work", FormValidation.Kind.OK, test(server));
        }
    }

    @Test
    void a_second_test_of_an_account_and_a_third_one_at_all_are_refused() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch reachedToo = new CountDownLatch(1);
        try (AnalyticsServer one = halted(reached);
                AnalyticsServer two = halted(reachedToo);
                AnalyticsServer three = Fixture.server(4).start()) {
            CompletableFuture<FormValidation> first = begin(one, reached);
            assertSays("Busy: a connection test of this account", FormValidation.Kind.WARNING, test(one));
            CompletableFuture<FormValidation> second = begin(two, reachedToo);

            assertSays("Busy: two connection tests are running", FormValidation.Kind.WARNING, test(three));
            assertSays("Busy: a connection test of this account", FormValidation.Kind.WARNING, test(two));

            assertEquals(List.of(), three.log());
            released.countDown();
            assertSays("A cleanup would work", FormValidation.Kind.OK, first.get());
            assertSays("A cleanup would work", FormValidation.Kind.OK, second.get());
            assertSays("A cleanup would work", FormValidation.Kind.OK, test(three));
        }
    }

    @Test
    void a_build_waits_for_a_test_of_its_account() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (AnalyticsServer server = halted(reached)) {
            CompletableFuture<FormValidation> running = begin(server, reached);
            Run<?, ?> build = Door.begin(Door.FREESTYLE.job(server.url()));
            jenkins.waitForMessage("Waiting: a connection test of this account on this server is running", build);

            released.countDown();

            assertSays("A cleanup would work", FormValidation.Kind.OK, running.get());
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            assertEquals(Fixture.survivors(4), Fixture.descriptions(server));
        }
    }

    @Test
    void no_test_gets_ahead_of_a_build_that_waits() throws Exception {
        ConnectionSettings account = new CleanupParameters("https://queue.example.com", Fixture.CREDENTIALS)
                .request(Fixture.ACCOUNT)
                .connection();
        FutureTask<Boolean> turn = new FutureTask<>(() -> {
            try (AccountQueue.Turn ofBuild = AccountQueue.await(account, null, TaskListener.NULL)) {
                return released.await(60, TimeUnit.SECONDS);
            }
        });
        Thread build = new Thread(turn);
        try (AccountQueue.Turn ofTest = AccountQueue.forTest(account)) {
            build.start();
            while (build.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        assertThrows(AccountQueue.Busy.class, () -> AccountQueue.forTest(account));

        released.countDown();
        assertTrue(turn.get());
        AccountQueue.forTest(account).close();
    }

    @Test
    @Tag("slow")
    void the_web_request_is_answered_within_a_minute_whatever_the_time_out_says() throws Exception {
        try (AnalyticsServer server = Fixture.server(400).start();
                JenkinsRule.WebClient web = jenkins.createWebClient()) {
            server.faults().always(RequestKind.PANEL, Fault.SLOW_DRIP);
            WebRequest press = new WebRequest(
                    new URL(
                            jenkins.getURL(),
                            "descriptorByName/" + RemoveUnusedAuthTokensBuilder.class.getName() + "/testConnection"),
                    HttpMethod.POST);
            press.setRequestParameters(
                    Map.of("serverUrl", server.url(), "credentialsId", Fixture.CREDENTIALS, "timeoutSeconds", "3600")
                            .entrySet()
                            .stream()
                            .map(field -> new NameValuePair(field.getKey(), field.getValue()))
                            .toList());
            web.addCrumb(press);
            web.getOptions().setTimeout(90_000);
            long begin = System.nanoTime();

            String text = web.getPage(press).getWebResponse().getContentAsString();

            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(text.contains("a connection test may take 60 seconds in all"), text);
            assertTrue(took.compareTo(Duration.ofSeconds(61)) < 0, "It took " + took);
            System.out.println("Test connection with a dripping server was answered after " + took);
            assertEquals(0, server.openSessions());
        }
    }
}
