package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cookies of one session. Their values are secrets. */
public final class Cookies extends CookieHandler {
    private final CookieManager manager = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    private final Redactor redactor;

    public Cookies(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        return manager.get(uri, headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        manager.put(uri, headers);
        manager.getCookieStore().getCookies().forEach(cookie -> redactor.add(cookie.getValue()));
    }

    Optional<String> value(String name) {
        return manager.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    Optional<String> nameOf(String value) {
        return manager.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getValue().equals(value))
                .map(HttpCookie::getName)
                .findFirst();
    }

    @Override
    public String toString() {
        return "cookies";
    }
}
