package io.jenkins.plugins.authtokencleanup.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** The requests of the JSON page. */
final class JsonRequests extends Requests {
    private static final String USER = "/iam/webclient/v1/account/self/user/self";

    JsonRequests(String url) {
        super(url);
    }

    @Override
    void signIn() throws IOException, InterruptedException {
        get("/iam/u/h");
        get("/iam/home");
        String service = "servicename=ZohoReports&serviceurl=" + encoded(url + "/iam/u/h");
        get("/iam/signin?" + service);
        JsonNode lookup = json(read(withCsrf(form(
                        "/iam/signin/v2/lookup/" + encoded(EngineRun.ACCOUNT), "mode=primary&cli_time=1&" + service))))
                .path("lookup");
        discard(withCsrf(request(
                        "/iam/signin/v2/primary/" + lookup.path("identifier").asText() + "/password?digest="
                                + encoded(lookup.path("digest").asText()) + "&cli_time=2&" + service))
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"passwordauth\":{\"password\":\"" + EngineRun.PASSWORD + "\"}}")));
        get("/iam/u/h");
        get("/iam/home");
    }

    @Override
    HttpRequest.Builder list() {
        return withCsrf(request(USER + "?include=User,Preferences,ActiveAuthtokens"));
    }

    @Override
    void remove(List<String> handles) throws IOException, InterruptedException {
        discard(withCsrf(request(USER + "/activeauthtokens/" + String.join(",", handles)))
                .header("X-HTTP-Method-Override", "DELETE")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Override
    List<String> handles(String list) {
        List<String> handles = new ArrayList<>();
        json(list).path("User").path("authtokens").fieldNames().forEachRemaining(handles::add);
        return handles;
    }

    private HttpRequest.Builder withCsrf(HttpRequest.Builder request) {
        return request.header("X-ZCSRF-TOKEN", csrf());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
