package io.jenkins.plugins.authtokencleanup.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least that a cleanup can cost: the same requests in the same order, and every body thrown away. What a cleanup
 * learns by reading pages, the handles of the unused tokens, is known to it beforehand.
 */
final class Floor {
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36";
    private static final String PANEL = "/iam/ui/settings/api-tokens.jsp";
    private static final String SIGN_OUT = "/iam/logout?servicename=ZohoReports";
    /** The page also has rows in a comment and in a script; these are the real ones. */
    private static final Pattern HANDLE =
            Pattern.compile("class='apitokenrow'>\\s*<td class=\"tickcell\"><a [^>]*data-enctoken=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private final String url;

    private Floor(String url) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
    }

    /** The handles of the unused tokens, in a session of its own, read before the time is taken. */
    static List<String> handles(String url) throws IOException, InterruptedException {
        List<String> handles = new ArrayList<>();
        Matcher matcher = HANDLE.matcher(new String(panelOf(url), StandardCharsets.UTF_8));
        for (int place = 0; matcher.find(); place++) {
            if (BenchServer.unused(place)) {
                handles.add(matcher.group(1));
            }
        }
        return handles;
    }

    /** The panel, loaded in a session of its own. */
    static byte[] panelOf(String url) throws IOException, InterruptedException {
        Floor floor = new Floor(url);
        floor.signIn();
        byte[] page = floor.client
                .send(floor.request(PANEL).build(), BodyHandlers.ofByteArray())
                .body();
        floor.get(SIGN_OUT);
        return page;
    }

    /** Sends what a cleanup with these batches sends and returns the duration in nanoseconds. */
    static long time(String url, List<String> handles, List<Integer> batches) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Floor floor = new Floor(url);
        floor.signIn();
        floor.panel();
        int next = 0;
        for (int size : batches) {
            floor.remove(handles.subList(next, next + size));
            floor.panel();
            next += size;
        }
        floor.get(SIGN_OUT);
        return System.nanoTime() - begun;
    }

    private void signIn() throws IOException, InterruptedException {
        get("/iam/u/h");
        String query = "servicename=ZohoReports&serviceurl=" + encoded(url + "/iam/u/h");
        get("/iam/login?" + query);
        post(
                "/iam/login",
                query + "&IS_AJAX=true&remember=-1&LOGIN_ID=" + encoded(EngineRun.ACCOUNT) + "&PASSWORD="
                        + encoded(EngineRun.PASSWORD) + "&" + csrf());
        get("/iam/u/h");
    }

    private void panel() throws IOException, InterruptedException {
        get(PANEL);
    }

    private void remove(List<String> handles) throws IOException, InterruptedException {
        post(
                "/iam/u/authtoken",
                "action=delete_selected&authtokens=" + encoded(String.join(",", handles) + ",") + "&" + csrf());
    }

    private String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("iamcsr"))
                .map(HttpCookie::getValue)
                .map(value -> "iamcsrcoo=" + encoded(value))
                .findFirst()
                .orElseThrow();
    }

    private void get(String path) throws IOException, InterruptedException {
        client.send(request(path).build(), BodyHandlers.discarding());
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("User-Agent", AGENT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
