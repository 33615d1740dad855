package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsrfTest {
    private static final String DELETE_ALL = "action=delete_all&";

    @Test
    void a_missing_a_wrong_and_a_misplaced_value_get_an_error_page_and_remove_nothing() {
        try (AnalyticsServer server = FiveTokens.server().start()) {
            BareSession session = signedIn(server);
            String csrf = session.freshCsrfPair();
            String inQuery = server.url() + "/iam/u/authtoken?" + csrf;
            List<String> replies = List.of(
                    session.postRemoval("action=delete_all").body(),
                    session.postRemoval(DELETE_ALL + csrf + "x").body(),
                    session.post(URI.create(inQuery), "action=delete_all").body(),
                    session.post(URI.create(inQuery), DELETE_ALL + csrf).body());
            assertTrue(replies.stream().allMatch(reply -> reply.contains("<h1>Error</h1>")), replies::toString);
            assertEquals(5, server.tokens().size());
            assertEquals(
                    "SUCCESS_ALL", session.postRemoval(DELETE_ALL + csrf).body().trim());
        }
    }

    @Test
    void a_value_that_rotates_is_good_for_one_post() {
        try (AnalyticsServer server = FiveTokens.server().rotateCsrf(true).start()) {
            BareSession session = signedIn(server);
            List<String> handles = BareSession.handles(session.panel().body());
            String csrf = session.freshCsrfPair();
            String one = "action=delete&token=" + BareSession.encoded(handles.get(0)) + "&" + csrf;
            assertEquals("SUCCESS", session.postRemoval(one).body().trim());
            assertTrue(session.postRemoval(one).body().contains("<h1>Error</h1>"));
            assertNotEquals(csrf, session.freshCsrfPair());
        }
    }

    @Test
    void a_value_that_does_not_rotate_stays_through_sign_in_and_removal() {
        try (AnalyticsServer server = FiveTokens.server().start()) {
            BareSession session = signedIn(server);
            String csrf = session.freshCsrfPair();
            session.remove("action=delete_selected&authtokens=");
            assertEquals(csrf, session.freshCsrfPair());
            assertEquals("iamcsrcoo=" + session.cookie("iamcsr"), csrf);
        }
    }

    @Test
    void without_a_cookie_only_the_page_has_the_value() {
        try (AnalyticsServer server =
                FiveTokens.server().csrfCookie(false).rotateCsrf(true).start()) {
            BareSession session = signedIn(server);
            assertNull(session.cookie("iamcsr"));
            assertEquals(
                    "SUCCESS_ALL", session.remove("action=delete_all").body().trim());
        }
    }

    private static BareSession signedIn(AnalyticsServer server) {
        BareSession session = new BareSession(server);
        session.signIn(LoginGeneration.CLASSIC);
        return session;
    }
}
