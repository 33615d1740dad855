package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** What the scripts of the JSON pages do, with nothing but the JDK's HTTP client and Jackson. */
final class JsonSession {
    static final String LIST = "/iam/webclient/v1/account/self/user/self";
    static final String REMOVAL = LIST + "/activeauthtokens";

    private final AnalyticsServer server;
    private final BareSession browser;
    private String user = "admin@example.com";
    private String password = "s3cret-Pa55";
    private String below;

    JsonSession(AnalyticsServer server) {
        this.server = server;
        this.browser = new BareSession(server);
        this.below = server.url() + "/iam";
    }

    static ServerSettings fiveTokens() {
        return FiveTokens.server().accountsPage(AccountsPage.JSON);
    }

    static JsonSession signedIn(AnalyticsServer server) {
        JsonSession session = new JsonSession(server);
        session.signIn();
        return session;
    }

    JsonSession as(String otherUser, String otherPassword) {
        user = otherUser;
        password = otherPassword;
        return this;
    }

    /** Sends sign-ins below this address instead of the accounts application's. */
    JsonSession below(String address) {
        below = address;
        return this;
    }

    BareSession browser() {
        return browser;
    }

    JsonNode signIn() {
        return signIn("password", "/signin/v2/primary/");
    }

    JsonNode signIn(String mode, String path) {
        browser.get("/iam/signin");
        JsonNode lookup = json(lookup());
        String identifier = lookup.path("lookup").path("identifier").asText();
        if (identifier.isEmpty()) {
            return lookup;
        }
        String object = mode.equals("password") ? "passwordauth" : mode;
        return json(browser.send(withCsrf(below + path + identifier + "/" + mode + "?cli_time=2&digest="
                        + lookup.path("lookup").path("digest").asText())
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"" + object + "\":{\"password\":\"" + password + "\"}}"))));
    }

    HttpResponse<String> lookup() {
        return browser.send(withCsrf(below + "/signin/v2/lookup/" + BareSession.encoded(user))
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString("mode=primary&cli_time=1")));
    }

    HttpResponse<String> listReply() {
        return browser.send(withCsrf(server.url() + LIST + "?include=User,Preferences,ActiveAuthtokens")
                .GET());
    }

    JsonNode list() {
        return json(listReply());
    }

    JsonNode tokens() {
        return list().path("User").path("authtokens");
    }

    List<String> handles() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(tokens().fieldNames(), 0), false)
                .toList();
    }

    HttpResponse<String> removalReply(String pathBelow) {
        return browser.send(removal(pathBelow));
    }

    /** Sends a removal with this behind {@code activeauthtokens}, as it is. */
    JsonNode remove(String pathBelow) {
        return json(removalReply(pathBelow));
    }

    HttpRequest.Builder removal(String pathBelow) {
        return withCsrf(server.url() + REMOVAL + pathBelow)
                .header("X-HTTP-Method-Override", "DELETE")
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    HttpRequest.Builder withCsrf(String address) {
        return browser.request(URI.create(address)).header("X-ZCSRF-TOKEN", "iamcsrcoo=" + browser.cookie("iamcsr"));
    }

    static JsonNode json(HttpResponse<String> reply) {
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    /** The code of an error, else of a success. */
    static String code(JsonNode reply) {
        return reply.path("errors")
                .path(0)
                .path("code")
                .asText(reply.path("code").asText());
    }
}
