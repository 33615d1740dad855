package io.jenkins.plugins.authtokencleanup.testserver;

import java.time.Instant;

/** A session that is signed in: the value of its cookie, when it was opened, and its CSRF value as of now. */
final class Session {
    private final String cookie;
    private final Instant opened;
    private String csrf;

    Session(String cookie, String csrf, Instant opened) {
        this.cookie = cookie;
        this.opened = opened;
        this.csrf = csrf;
    }

    String cookie() {
        return cookie;
    }

    /** When the password was given, by the server's clock. */
    Instant opened() {
        return opened;
    }

    String csrf() {
        return csrf;
    }

    void renewCsrf(String value) {
        csrf = value;
    }
}
