package io.jenkins.plugins.authtokencleanup.testserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WholeProcedureTest {

    static Stream<Arguments> everyGenerationAndRedirect() {
        return Stream.of(LoginGeneration.values())
                .flatMap(generation -> Stream.of(RedirectStyle.values())
                        .flatMap(redirects -> Stream.of(CsrfSource.values())
                                .map(source -> Arguments.of(generation, redirects, source))));
    }

    @ParameterizedTest
    @MethodSource("everyGenerationAndRedirect")
    void two_of_five_tokens_are_removed_by_hand(
            LoginGeneration generation, RedirectStyle redirects, CsrfSource source) {
        try (AnalyticsServer server = FiveTokens.server()
                .generation(generation)
                .redirects(redirects)
                .csrfSource(source)
                .prefix("/analytics")
                .rotateCsrf(true)
                .volatileHandles(true)
                .start()) {
            BareSession session = new BareSession(server);
            session.signIn(generation);
            String csrf = session.freshCsrfPair();
            List<String> handles = BareSession.handles(session.panel().body());
            if (source != CsrfSource.PAGE) {
                csrf = "iamcsrcoo=" + session.cookie("iamcsr");
            }
            String reply = session.postRemoval("action=delete_selected&authtokens="
                            + BareSession.encoded(handles.get(0) + "," + handles.get(2) + ",") + "&" + csrf)
                    .body();
            assertEquals("SUCCESS_SELECTED", reply.trim());
            assertEquals(List.of("b", "d", "e"), server.tokenIds());
            assertEquals(128 + "iamcsrcoo=".length(), csrf.length());
            session.get("/iam/logout?servicename=ZohoReports");
            assertEquals(
                    List.of(1, 1, 1, 0),
                    List.of(server.signInAttempts(), server.signIns(), server.signOuts(), server.openSessions()));
            assertFalse(session.isIn());
        }
    }

    @Test
    void the_same_works_over_tls_by_number_and_by_name() {
        try (AnalyticsServer server = FiveTokens.server().https(true).start()) {
            BareSession session = new BareSession(server);
            session.signIn(LoginGeneration.CLASSIC);
            List<String> handles = BareSession.handles(session.panel().body());
            session.removeSelected(handles.subList(1, 5));
            assertEquals(List.of("a"), server.tokenIds());
            String byName = server.url("localhost") + "/iam/u/h";
            assertEquals(
                    200, session.send(session.request(URI.create(byName)).GET()).statusCode());
            assertTrue(server.log().stream().allMatch(request -> request.status() == 200));
        }
    }
}
