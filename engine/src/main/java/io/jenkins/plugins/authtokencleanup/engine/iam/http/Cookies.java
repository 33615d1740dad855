package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cookies of one session. Their values are secrets. */
public final class Cookies extends CookieManager {
    private final Redactor redactor;

    public Cookies(Redactor redactor) {
        super(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
        this.redactor = redactor;
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        super.put(uri, headers);
        getCookieStore().getCookies().forEach(cookie -> redactor.add(cookie.getValue()));
    }

    Optional<String> value(String name) {
        return getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    Optional<String> nameOf(String value) {
        return getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getValue().equals(value))
                .map(HttpCookie::getName)
                .findFirst();
    }

    @Override
    public String toString() {
        return "cookies";
    }
}
