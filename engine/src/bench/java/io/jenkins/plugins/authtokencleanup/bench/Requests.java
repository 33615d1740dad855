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
import java.util.List;

/** The requests that a cleanup sends on one kind of page. Reads of the answers no more than the next request needs. */
abstract class Requests {
    static final String SIGN_OUT = "/iam/logout?servicename=ZohoReports";

    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    final String url;

    Requests(String url) {
        this.url = url;
    }

    abstract void signIn() throws IOException, InterruptedException;

    /** The request for the list of AuthTokens. */
    abstract HttpRequest.Builder list();

    abstract void remove(List<String> handles) throws IOException, InterruptedException;

    /** All handles of a list, in its order. */
    abstract List<String> handles(String list);

    final void get(String path) throws IOException, InterruptedException {
        discard(request(path));
    }

    /** Throws the answer away. */
    final void discard(HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.discarding());
    }

    final String read(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("User-Agent", AGENT);
    }

    final HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Name and value of the CSRF parameter. */
    final String csrf() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("iamcsr"))
                .map(HttpCookie::getValue)
                .map(value -> "iamcsrcoo=" + encoded(value))
                .findFirst()
                .orElseThrow();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
