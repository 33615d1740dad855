package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInBehaviourTest {

    @ParameterizedTest
    @CsvSource({
        "CLASSIC, CAPTCHA, showhiperror('HIP_REQUIRED')",
        "AUTH, CAPTCHA_INVALID, showhiperror('HIP_INVALID')",
        "CLASSIC, SECOND_FACTOR, switchto('http\\x3A",
        "CLASSIC, LIMIT, showerror('You have reached the sign-in limit",
        "AUTH, LOCKED, showerror('This account is locked",
        "CLASSIC, NO_SUCH_USER, showerror('This account does not exist",
        "FORM, CAPTCHA, name=\"captcha\"",
        "FORM, LOCKED, This account is locked",
        "V2, CAPTCHA, \"code\":\"IN108\"",
        "V2, LIMIT, \"code\":\"SI503\"",
        "V2, NO_SUCH_USER, \"code\":\"U401\"",
        "V2, SECOND_FACTOR, \"code\":\"MFA302\""
    })
    void a_sign_in_that_is_not_let_through_says_why(LoginGeneration generation, SignInBehaviour behaviour, String why) {
        try (AnalyticsServer server =
                FiveTokens.server().generation(generation).signIn(behaviour).start()) {
            BareSession session = new BareSession(server);
            String reply = session.signIn(generation).body();
            assertTrue(reply.contains(why.trim()), reply);
            assertFalse(session.isIn());
            assertEquals(0, server.openSessions());
        }
    }

    @ParameterizedTest
    @CsvSource({"CLASSIC, switchto(", "AUTH, switchto(", "V2, SI302", "FORM, ''"})
    void an_announcement_comes_in_between_but_the_user_is_in(LoginGeneration generation, String reply) {
        try (AnalyticsServer server = FiveTokens.server()
                .generation(generation)
                .signIn(SignInBehaviour.ANNOUNCEMENT)
                .start()) {
            BareSession session = new BareSession(server);
            assertTrue(session.signIn(generation).body().contains(reply));
            assertTrue(session.isIn());
        }
    }

    @Test
    void the_account_is_locked_after_too_many_wrong_passwords() {
        try (AnalyticsServer server = FiveTokens.server().lockAfter(2).start()) {
            BareSession wrong = new BareSession(server).as("admin@example.com", "wrong");
            assertTrue(wrong.signIn(LoginGeneration.CLASSIC).body().contains("Invalid email address or password"));
            assertTrue(wrong.signIn(LoginGeneration.CLASSIC).body().contains("Invalid email address or password"));
            assertTrue(new BareSession(server)
                    .signIn(LoginGeneration.CLASSIC)
                    .body()
                    .contains("locked"));
            assertEquals(3, server.signInAttempts());
            assertEquals(0, server.signIns());
        }
    }

    @Test
    void awkward_characters_in_name_and_password_arrive_whole() {
        String password = "p&s+ =%41\"'\\u00e4\u20ac";
        for (LoginGeneration generation : LoginGeneration.values()) {
            try (AnalyticsServer server = FiveTokens.server()
                    .generation(generation)
                    .account("o'neil+x@example.com", password.replace("\\", ""))
                    .start()) {
                BareSession session = new BareSession(server).as("o'neil+x@example.com", password.replace("\\", ""));
                session.signIn(generation);
                assertTrue(session.isIn(), generation::toString);
            }
        }
    }

    @Test
    void a_client_that_is_no_browser_is_refused_where_browsers_are_wanted() throws Exception {
        try (AnalyticsServer server =
                FiveTokens.server().requireBrowserAgent(true).start()) {
            BareSession session = new BareSession(server);
            assertEquals(200, session.get("/iam/u/h").statusCode());
            assertEquals(
                    403,
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(server.url() + "/iam/u/h"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }
}
