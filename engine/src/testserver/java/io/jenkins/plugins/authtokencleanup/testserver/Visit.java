package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.Form;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request on its way through the site: who sent it, and which cookies its answer is to set. */
final class Visit {
    private final ServerSettings settings;
    private final HttpRequest request;
    private final Map<String, String> setCookies = new LinkedHashMap<>();
    private final String csrfAtArrival;
    private Session session;
    private boolean late;

    Visit(ServerSettings settings, HttpRequest request, Session session) {
        this.settings = settings;
        this.request = request;
        this.session = session;
        this.csrfAtArrival = session == null ? null : session.csrf();
    }

    /** Says that this request was checked when it arrived, but takes effect only now. */
    Visit late() {
        late = true;
        return this;
    }

    boolean isLate() {
        return late;
    }

    /** The session's CSRF value when the request arrived, null for a stranger. */
    String csrfAtArrival() {
        return csrfAtArrival;
    }

    HttpRequest request() {
        return request;
    }

    /** The session it came with or has just opened, null for a stranger. */
    Session session() {
        return session;
    }

    void enter(Session opened) {
        session = opened;
        setCookie(settings.sessionCookie, opened.cookie() + "; Path=/; HttpOnly" + secure());
    }

    /** The value of the session cookie, valid or not; null for none. */
    String sessionCookie() {
        return request.cookies().get(settings.sessionCookie);
    }

    /** Takes the session cookie back the way the family does: its value becomes a word. */
    void leave() {
        session = null;
        setCookie(settings.sessionCookie, "removed; Path=/; HttpOnly" + secure());
    }

    void setHalfWayCookie(String value) {
        setCookie(settings.sessionCookie, value + "; Path=/; HttpOnly" + secure());
    }

    String csrfCookie() {
        return request.cookies().get(settings.csrfCookieName);
    }

    void setCsrfCookie(String value) {
        setCookie(settings.csrfCookieName, value + "; Path=/" + secure());
    }

    /** The CSRF value of the header {@code X-ZCSRF-TOKEN}, null if it is missing or under another name. */
    String csrfHeader() {
        String header = request.header("X-ZCSRF-TOKEN");
        String start = settings.csrfParameterName + "=";
        return header != null && header.startsWith(start) ? header.substring(start.length()) : null;
    }

    Form query() {
        return Form.parse(request.query());
    }

    Form body() {
        return Form.parse(request.bodyText());
    }

    /** The path below the server's prefix; the path as it is where the prefix is missing. */
    String path() {
        String path = request.path();
        return path.startsWith(settings.prefix + "/") ? path.substring(settings.prefix.length()) : "/missing" + path;
    }

    /** The address the client used, without path. */
    String origin() {
        String host = request.header("Host");
        return (settings.https ? "https://" : "http://") + (host == null ? "localhost" : host);
    }

    /** The accounts application's path, prefix included. */
    String contextPath() {
        return settings.prefix + "/iam";
    }

    String shellUrl() {
        return origin() + contextPath() + "/u/h";
    }

    HttpReply withCookies(HttpReply reply) {
        HttpReply dressed = reply;
        for (Map.Entry<String, String> cookie : setCookies.entrySet()) {
            dressed = dressed.with("Set-Cookie", cookie.getKey() + "=" + cookie.getValue());
        }
        return dressed;
    }

    private void setCookie(String name, String value) {
        setCookies.put(name, value);
    }

    private String secure() {
        return settings.https ? "; Secure" : "";
    }
}
