package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.util.Optional;

/** Name and value of the CSRF parameter (section 3). */
record CsrfPair(String name, String value) {

    /** Reads what a page's global {@code csrfParam} holds: {@code name=value}. */
    static Optional<CsrfPair> ofParam(String param) {
        int equals = param.indexOf('=');
        return equals <= 0 || equals == param.length() - 1
                ? Optional.empty()
                : Optional.of(new CsrfPair(param.substring(0, equals), param.substring(equals + 1)));
    }

    @Override
    public String toString() {
        return name;
    }
}
