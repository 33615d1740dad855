package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.JsonError;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.ScriptText;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.WebPage;
import io.jenkins.plugins.authtokencleanup.engine.iam.panel.RemovalRequest;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.FormSignIn;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.LoginPage;
import io.jenkins.plugins.authtokencleanup.engine.iam.signin.SignInRefusal;
import io.jenkins.plugins.authtokencleanup.engine.server.RemovalReply;
import io.jenkins.plugins.authtokencleanup.engine.server.ServerAddress;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import io.jenkins.plugins.authtokencleanup.engine.token.RemovalHandle;
import io.jenkins.plugins.authtokencleanup.fuzz.Mutations;
import io.jenkins.plugins.authtokencleanup.fuzz.Sample;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However pages and replies of sign-in and removal are damaged, they are understood safely or not at all. */
class DamagedRepliesTest {
    private static final List<String> PAGES = ServedPages.signInPages();
    private static final List<String> SCRIPTS = List.of(
            "showsuccess('https\\x3A\\x2F\\x2Fhost\\x2Fiam\\x2Fu\\x2Fh','','');",
            "switchto('https:\\/\\/host\\/iam\\/mfa');",
            "showhiperror('HIP_REQUIRED')",
            "showerror('Invalid \\u0022password\\u0022')",
            "window.parent.location.href='/iam/login?servicename=x&serviceurl=y'",
            "var csrfParam = \"iamcsrcoo=0123456789abcdef\"; location.replace(\"/iam/signin\")");
    private static final List<String> JSON = List.of(
            "{\"response\":\"error\",\"code\":\"Z101\",\"cause\":\"throttles_limit_exceeded\"}",
            "{\"code\":\"Z113\"}",
            "{\"cause\":\"invalid_password_token\",\"redirect_url\":\"https://host/iam/relogin\"}",
            "{\"status_code\":201,\"lookup\":{\"identifier\":\"1\",\"digest\":\"2\"},\"code\":\"SI303\"}",
            "{\"errors\":[{\"code\":\"IN108\",\"message\":\"captcha\"}],\"localized_message\":\"x\",\"a\":[[[{}]]]}");
    private static final List<String> REPLIES = List.of(
            "SUCCESS_SELECTED",
            "SUCCESS",
            " SUCCESS_ALL\r\n",
            "INVALID_TOKEN",
            "WRITE_OPERATION_NOT_ALLOWED",
            "{\"response\":\"error\",\"code\":\"Z101\",\"cause\":\"throttles_limit_exceeded\"}",
            "{\"code\":\"Z113\",\"cause\":\"invalid_password_token\"}",
            "<html><form><input type=password></form></html>",
            "");
    private static final Set<String> SUCCESS = Set.of("SUCCESS_SELECTED", "SUCCESS", "SUCCESS_ALL");
    private static final int TEXTS_A_SEED = 50;

    static LongStream seeds() {
        return Sample.seeds(100);
    }

    @Test
    void the_pages_are_the_same_in_every_run_so_that_a_seed_repeats_a_case() {
        assertEquals(PAGES, ServedPages.signInPages());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_sign_in_page_leads_to_no_other_server_and_reveals_no_secret(long seed) throws Exception {
        Mutations mutations = new Mutations(seed);
        Redactor secrets = new Redactor();
        secrets.add(ServedPages.PASSWORD);
        ServerAddress address = ServerAddress.of("https://host:8443/prefix", false);
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String text = mutations.changed(mutations.any(PAGES), 8);
            WebPage page = new WebPage(address.at("/iam/login?servicename=a&serviceurl=%25zz"), 200, text);
            page.isShell();
            page.csrf().ifPresent(pair -> assertFalse(pair.toString().contains(pair.value()), text));
            page.redirect().ifPresent(link -> assertSameOrigin(address, page.uri(), link));
            LoginPage login = new LoginPage(page);
            login.generation(mutations.changed(SCRIPTS.get(4), 3));
            login.companions();
            assertSameOrigin(address, page.uri(), login.action());
            assertNotNull(FormSignIn.refusal(page, secrets).problem().advice());
            assertFalse(page.toString().contains(text.length() > 20 ? text.substring(0, 20) : text + "!"));
        }
    }

    private static void assertSameOrigin(ServerAddress address, URI page, String link) {
        try {
            URI target = address.resolve(page, link, "Follow");
            assertEquals("https", target.getScheme(), link);
            assertEquals("host", target.getHost().toLowerCase(Locale.ROOT), link);
            assertEquals(8443, target.getPort(), link);
        } catch (CleanupException e) {
            assertTrue(e.getMessage().length() < 600 + link.length());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_script_or_json_reply_is_read_without_an_error(long seed) {
        Mutations mutations = new Mutations(seed);
        Redactor secrets = new Redactor();
        for (int i = 0; i < TEXTS_A_SEED; i++) {
            String script = mutations.changed(mutations.any(SCRIPTS), 6);
            ScriptText.redirect(script);
            ScriptText.global(script, "csrfParam").flatMap(CsrfPair::ofParam);
            ScriptText.call(script).ifPresent(call -> {
                CleanupException refusal =
                        SignInRefusal.of("Sign in", call.argument(), secrets.excerpt(call.argument()));
                assertTrue(refusal.observed().length() < 300, script);
            });
            String json = mutations.changed(mutations.any(JSON), 6);
            JsonError error = JsonError.of(JsonError.parse(json));
            assertNotNull(error.code() + error.cause());
            JsonError.parse(json).path("errors").path(0).path("code").asText("");
            error.throttles();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void only_a_whole_word_of_success_counts_as_one(long seed) throws Exception {
        Mutations mutations = new Mutations(seed);
        AtomicReference<String> next = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = next.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            RemovalRequest request = new RemovalRequest(ServedPages.session(
                    "http://127.0.0.1:" + server.getAddress().getPort()));
            for (int i = 0; i < TEXTS_A_SEED; i++) {
                String text = i < REPLIES.size() ? REPLIES.get(i) : mutations.changed(mutations.any(REPLIES), 3);
                next.set(text);
                assertUnderstood(text, request.send(List.of(token())));
            }
        } finally {
            server.stop(0);
        }
    }

    private static void assertUnderstood(String text, RemovalReply reply) {
        String word = text.strip();
        assertEquals(SUCCESS.contains(word), reply instanceof RemovalReply.Accepted, text);
        assertEquals(word.equals("INVALID_TOKEN"), reply instanceof RemovalReply.InvalidHandle, text);
        if (!word.startsWith("{") && !SUCCESS.contains(word) && !word.equals("INVALID_TOKEN")) {
            Class<?> expected =
                    word.equals("WRITE_OPERATION_NOT_ALLOWED") ? RemovalReply.Denied.class : RemovalReply.Unclear.class;
            assertInstanceOf(expected, reply, text);
        }
    }

    private static AuthToken token() {
        return new AuthToken(
                "x", List.of(), "", "", null, LastAccess.NEVER, "-", new RemovalHandle("handle"), List.of());
    }
}
