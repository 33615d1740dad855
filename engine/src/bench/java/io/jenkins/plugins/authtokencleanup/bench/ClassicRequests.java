package io.jenkins.plugins.authtokencleanup.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The requests of the classic page. */
final class ClassicRequests extends Requests {
    /** The page also has rows in a comment and in a script; these are the real ones. */
    private static final Pattern HANDLE =
            Pattern.compile("class='apitokenrow'>\\s*<td class=\"tickcell\"><a [^>]*data-enctoken=\"([^\"]+)\"");

    ClassicRequests(String url) {
        super(url);
    }

    @Override
    void signIn() throws IOException, InterruptedException {
        get("/iam/u/h");
        String query = "servicename=ZohoReports&serviceurl=" + encoded(url + "/iam/u/h");
        get("/iam/login?" + query);
        discard(form(
                "/iam/login",
                query + "&IS_AJAX=true&remember=-1&LOGIN_ID=" + encoded(EngineRun.ACCOUNT) + "&PASSWORD="
                        + encoded(EngineRun.PASSWORD) + "&" + csrf()));
        get("/iam/u/h");
    }

    @Override
    HttpRequest.Builder list() {
        return request("/iam/ui/settings/api-tokens.jsp");
    }

    @Override
    void remove(List<String> handles) throws IOException, InterruptedException {
        discard(form(
                "/iam/u/authtoken",
                "action=delete_selected&authtokens=" + encoded(String.join(",", handles) + ",") + "&" + csrf()));
    }

    @Override
    List<String> handles(String list) {
        return HANDLE.matcher(list)
                .results()
                .map(MatchResult::group)
                .map(ClassicRequests::handle)
                .toList();
    }

    private static String handle(String match) {
        return match.substring(match.lastIndexOf("data-enctoken=\"") + "data-enctoken=\"".length(), match.length() - 1);
    }
}
