package io.jenkins.plugins.authtokencleanup.testserver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a browser's user does, with nothing but the JDK's HTTP client and regular expressions. */
final class BareSession {
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

    private final AnalyticsServer server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;
    private String user = "admin@example.com";
    private String password = "s3cret-Pa55";

    BareSession(AnalyticsServer server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .sslContext(trusting(server.certificatePem()))
                .build();
    }

    BareSession as(String otherUser, String otherPassword) {
        user = otherUser;
        password = otherPassword;
        return this;
    }

    /** Signs in by the way of this generation, from the shell on; the sign-in's answer. */
    HttpResponse<String> signIn(LoginGeneration generation) {
        URI shown = redirect(get("/iam/u/h"));
        URI loginPage = shown.getPath().endsWith("/iam/home")
                ? redirect(send(request(shown).GET()))
                : shown;
        HttpResponse<String> page = send(request(loginPage).GET());
        return switch (generation) {
            case CLASSIC ->
                post(
                        loginPage,
                        "LOGIN_ID=" + encoded(user) + "&PASSWORD=" + encoded(password)
                                + "&IS_AJAX=true&remember=-1&servicename=ZohoReports&serviceurl="
                                + encoded(server.url() + "/iam/u/h") + "&" + csrfPair(page.body()));
            case AUTH ->
                post(
                        loginPage.resolve("signin/auth"),
                        "LOGIN_ID=" + encoded(user) + "&PASSWORD=" + encoded(password)
                                + "&cli_time=1&servicename=ZohoReports&serviceurl=" + encoded(server.url() + "/iam/u/h")
                                + "&" + csrfPair(page.body()));
            case FORM ->
                post(
                        loginPage.resolve("login/session?from=page&step=1"),
                        "mail_address=" + encoded(user) + "&pass_phrase=" + encoded(password)
                                + hiddenFields(page.body()));
            case V2 -> signInV2(loginPage, csrfPair(page.body()));
        };
    }

    HttpResponse<String> get(String path) {
        return send(request(URI.create(server.url() + path)).GET());
    }

    HttpResponse<String> panel() {
        return get("/iam/ui/settings/api-tokens.jsp");
    }

    /** The handles of a panel in page order. */
    static List<String> handles(String panel) {
        String rows = panel.substring(panel.indexOf("id=\"headerrow\""));
        return all(rows, "data-enctoken=\"([^\"]*)\"");
    }

    /** Removes these handles with a CSRF value that is read afresh. */
    HttpResponse<String> removeSelected(List<String> handles) {
        return remove("action=delete_selected&authtokens=" + encoded(String.join(",", handles) + ","));
    }

    HttpResponse<String> remove(String body) {
        return postRemoval(body + "&" + freshCsrfPair());
    }

    HttpResponse<String> postRemoval(String body) {
        return send(removal(body));
    }

    HttpRequest.Builder removal(String body) {
        return form(URI.create(server.url() + "/iam/u/authtoken"), body);
    }

    String freshCsrfPair() {
        return csrfPair(get("/iam/u/h").body());
    }

    boolean isIn() {
        return get("/iam/u/h").body().contains("id=\"zcontiner\"");
    }

    HttpResponse<String> post(URI address, String body) {
        return send(form(address, body));
    }

    private HttpRequest.Builder form(URI address, String body) {
        return request(address).header("Content-Type", FORM).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("User-Agent", "Mozilla/5.0 (test)");
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request.build(), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<String> all(String text, String expression) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(expression).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private HttpResponse<String> signInV2(URI loginPage, String csrfPair) {
        HttpResponse<String> lookup = send(request(loginPage.resolve("signin/v2/lookup/" + encoded(user)))
                .header("Content-Type", FORM)
                .header("X-ZCSRF-TOKEN", csrfPair)
                .POST(HttpRequest.BodyPublishers.ofString("mode=primary&cli_time=1")));
        List<String> identifier = all(lookup.body(), "\"identifier\":\"([^\"]*)\"");
        if (identifier.isEmpty()) {
            return lookup;
        }
        String digest = all(lookup.body(), "\"digest\":\"([^\"]*)\"").get(0);
        return send(request(loginPage.resolve(
                        "signin/v2/primary/" + identifier.get(0) + "/password?digest=" + digest + "&cli_time=2"))
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("X-ZCSRF-TOKEN", csrfPair)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"passwordauth\":{\"password\":\"" + password.replace("\"", "\\\"") + "\"}}")));
    }

    private static URI redirect(HttpResponse<String> reply) {
        String target = reply.headers()
                .firstValue("Location")
                .orElseGet(() -> unescaped(all(reply.body(), "location\\.href ?= ?['\"]([^'\"]*)['\"]")
                        .get(0)));
        return reply.uri().resolve(target);
    }

    private static String unescaped(String script) {
        return Pattern.compile("\\\\(?:x(..)|(.))")
                .matcher(script)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1) != null
                                ? String.valueOf((char) Integer.parseInt(match.group(1), 16))
                                : match.group(2)));
    }

    private String csrfPair(String page) {
        List<String> global = all(page, "csrfParam = \"([^\"]*)\"");
        List<String> field = all(page, "<input type=\"hidden\" value=\"([^\"]*)\" name=\"iamcsrcoo\">");
        if (!global.isEmpty()) {
            return global.get(0);
        }
        return "iamcsrcoo=" + (field.isEmpty() ? cookie("iamcsr") : field.get(0));
    }

    private static String hiddenFields(String page) {
        StringBuilder fields = new StringBuilder();
        Matcher field = Pattern.compile("type=['\"]hidden['\"] name=['\"](\\w+)['\"] value=(?:'([^']*)'|\"([^\"]*)\")")
                .matcher(page.substring(page.indexOf("method=\"POST\"")));
        while (field.find()) {
            String value = field.group(2) != null ? field.group(2) : field.group(3);
            String plain = value.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
            fields.append('&').append(field.group(1)).append('=').append(encoded(plain));
        }
        return fields.toString();
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "server",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
