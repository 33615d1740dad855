package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.Optional;

/**
 * Knows the CSRF pair that is valid now (section 3): from the page's global, from a hidden field, else from the cookie.
 * Where the page's value stands in a cookie too, the cookie is followed, because it changes with each answer.
 */
public final class CsrfTokens {
    private final Cookies cookies;
    private final Redactor redactor;
    private String usualCookie = "iamcsr";
    private String usualParameter = "iamcsrcoo";
    private CsrfPair shown;
    private String cookie;

    public CsrfTokens(Cookies cookies, Redactor redactor) {
        this.cookies = cookies;
        this.redactor = redactor;
    }

    /** A page showed a pair. */
    public void see(CsrfPair pair) {
        redactor.add(pair.value());
        shown = pair;
        cookie = cookies.nameOf(pair.value()).orElse(null);
    }

    /**
     * A page showed the names only; the value is in the cookie.
     *
     * @param parameter the parameter's name
     * @param cookieName the cookie's name
     */
    void see(String parameter, String cookieName) {
        usualParameter = parameter;
        usualCookie = cookieName;
    }

    /** Whether a value that is valid now is known without loading a page. */
    public boolean fresh() {
        return shown == null || cookie != null;
    }

    /** The pair to send, null if there is none at all. */
    public CsrfPair pair() {
        if (shown == null) {
            return cookies.value(usualCookie)
                    .map(value -> new CsrfPair(usualParameter, value))
                    .orElse(null);
        }
        Optional<String> value = cookie == null ? Optional.empty() : cookies.value(cookie);
        return new CsrfPair(shown.name(), value.orElse(shown.value()));
    }

    @Override
    public String toString() {
        return "CSRF source";
    }
}
