package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.Optional;

/**
 * Knows the CSRF pair that is valid now (section 3): from the page's global, from a hidden field, else from the cookie.
 * Where the page's value stands in a cookie too, the cookie is followed, because it changes with each answer.
 */
public final class CsrfTokens {
    private static final String USUAL_COOKIE = "iamcsr";
    private static final String USUAL_PARAMETER = "iamcsrcoo";

    private final Cookies cookies;
    private final Redactor redactor;
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

    /** Whether a value that is valid now is known without loading a page. */
    public boolean fresh() {
        return shown == null || cookie != null;
    }

    /** The pair to send, null if there is none at all. */
    public CsrfPair pair() {
        if (shown == null) {
            return cookies.value(USUAL_COOKIE)
                    .map(value -> new CsrfPair(USUAL_PARAMETER, value))
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
