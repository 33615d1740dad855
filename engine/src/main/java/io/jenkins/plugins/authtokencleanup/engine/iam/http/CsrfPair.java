package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.Optional;

/** Name and value of the CSRF parameter (section 3). */
public record CsrfPair(String name, String value) {

    /** Reads what a page's global {@code csrfParam} holds: {@code name=value}. */
    public static Optional<CsrfPair> ofParam(String param) {
        int equals = param.indexOf('=');
        return equals <= 0 || equals == param.length() - 1
                ? Optional.empty()
                : FormBody.decode(param).entrySet().stream()
                        .map(field -> new CsrfPair(field.getKey(), field.getValue()))
                        .findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
